"""How an edition stands, in the admin's templates."""

from django import template

from news.admin.standing import badge

register = template.Library()
register.filter("standing_badge", badge)
