"""Addresses of the departments' pages."""

from django.urls import path

from departments import views

app_name = "departments"

urlpatterns = [
    path("don-vi/", views.department_list, name="list"),
    path("don-vi/<slug:slug>/", views.department, name="department"),
]
