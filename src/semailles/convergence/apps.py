from django.apps import AppConfig


class ConvergenceConfig(AppConfig):
    name = "semailles.convergence"
    label = "convergence"
    default_auto_field = "django.db.models.BigAutoField"
