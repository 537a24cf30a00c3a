from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "semailles.web"
    label = "web"
