"""The tree of departments, and the page of each."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from departments.models import Department, Leader
from departments.outline import Outline


@require_safe
def department_list(request: HttpRequest) -> HttpResponse:
    """Show all departments below the province, with their units."""
    outline = Outline.load()
    roots = outline.children(None)
    branches = [
        {"department": department, "units": [unit for _depth, unit in outline.walk(department.pk)]}
        for department in outline.children(roots[0].pk if roots else None)
    ]
    return render(request, "departments/list.html", {"root": roots[0] if roots else None, "branches": branches})


@require_safe
def department(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a department: introduction, leaders and their tasks, contacts, the units below it, its newest."""
    found = Department.objects.filter(slug=slug).prefetch_related(Prefetch("leaders", Leader.objects.all())).first()
    if found is None:
        raise Http404
    outline = Outline.load()
    context = {
        "department": found,
        "above": outline.above(found),
        "units": outline.children(found.pk),
        "leaders": found.leaders.all(),
        "now": timezone.now(),
    }
    return render(request, "departments/department.html", context)
