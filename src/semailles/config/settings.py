"""All settings, in one file. The environment is read here, once; docs/settings.md describes each variable."""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

from semailles.config.elsewhere import one_server
from semailles.config.environment import (
    MAIL_PORTS,
    SHORTEST_METRICS_KEY,
    day,
    long_enough,
    mail_server,
    mailbox,
    one_of,
    web_address,
    whole_number,
)
from semailles.config.logs import FORMS, logging_as
from semailles.core.databases import database_of, server
from semailles.core.keys import SHORTEST, kept_key

PACKAGE = Path(__file__).resolve().parent.parent
LAYOUT, PAGES = PACKAGE / "web" / "layout", PACKAGE / "web" / "pages"

# The folder of a workspace: its database and its media. The command sets it before Django starts.
WORKSPACE = Path(os.environ.get("SEMAILLES_WORKSPACE", "workspace"))

# One person on this machine, or an instance: accounts, roles, many initiatives. The command sets it.
INSTANCE = one_of("SEMAILLES_INSTANCE", os.environ.get("SEMAILLES_INSTANCE") or "", ("0", "1")) == "1"
ADDRESS = web_address(
    "SEMAILLES_ADDRESS", os.environ.get("SEMAILLES_ADDRESS") or "http://127.0.0.1:8123"
)  # as people write it in their browser
IS_SECURE = ADDRESS.scheme == "https"

# In local mode, a key of the process is enough; an instance keeps its own beside its database, made with it.
SECRET_KEY = long_enough("SEMAILLES_SECRET_KEY", os.environ.get("SEMAILLES_SECRET_KEY") or "", SHORTEST) or (
    kept_key(WORKSPACE) if INSTANCE else secrets.token_urlsafe(48)
)
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
TODAY = day("SEMAILLES_TODAY", os.environ.get("SEMAILLES_TODAY") or "")
WORD_VECTORS = Path(os.environ["SEMAILLES_WORD_VECTORS"]) if os.environ.get("SEMAILLES_WORD_VECTORS") else None
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]  # local mode answers to this machine's own names only
if INSTANCE and ADDRESS.hostname:
    ALLOWED_HOSTS.append(ADDRESS.hostname)
    CSRF_TRUSTED_ORIGINS = [f"{ADDRESS.scheme}://{ADDRESS.netloc}"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "semailles.core",
    "semailles.workshop",
    "semailles.intake",
    "semailles.convergence",
    "semailles.projects",
    "semailles.publication",
    "semailles.web",
]

# Read from the outside in: what each answer must carry first, who asks last.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "semailles.web.layout.watch.WatchMiddleware",
    "semailles.web.layout.turns.TurnMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "semailles.web.layout.mounting.MountMiddleware",
    "semailles.web.layout.typography.TypographyMiddleware",
    "semailles.web.layout.language.LanguageMiddleware",
    "semailles.web.layout.troubles.TroubleMiddleware",
    "semailles.web.layout.troubles.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "semailles.web.layout.refusals.RefusalMiddleware",
    "semailles.web.layout.sessions.SessionRulesMiddleware",
    "semailles.web.layout.presence.PresenceMiddleware",
    "semailles.web.layout.narrowing.NarrowingMiddleware",
    "axes.middleware.AxesMiddleware",
    "semailles.web.layout.drafts.DraftMiddleware",
    "semailles.web.layout.once.OnceMiddleware",
]
ROOT_URLCONF = "semailles.config.urls"
WSGI_APPLICATION = "semailles.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [LAYOUT / "html", PAGES],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "semailles.web.layout.context.around",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "semailles.web.layout.links",
                "semailles.web.layout.templatetags.gestures",
                "semailles.web.layout.templatetags.drafts",
                "semailles.web.layout.templatetags.once",
                "semailles.web.layout.templatetags.prose",
                "semailles.web.layout.templatetags.questions",
                "semailles.web.layout.templatetags.regards",
                "semailles.web.layout.templatetags.semailles",
            ],
        },
    }
]
COTTON_DIR = "cotton"
FORM_RENDERER = "semailles.web.layout.forms.PlainRenderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

DATABASES = {"default": database_of(WORKSPACE, server() if INSTANCE else "")}
MEDIA_ROOT = WORKSPACE / "media"
if INSTANCE:  # its processes, on whatever machine, know alike which one-time code has served, and how often an address was tried
    REMEMBERED = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_remembered"}
    CACHES = {"default": {**REMEMBERED, "OPTIONS": {"MAX_ENTRIES": 20_000}}}  # beyond, those of the day too are forgotten
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGES = [("fr", "français"), ("en", "English")]
LANGUAGE_CODE = one_of("SEMAILLES_LANG", os.environ.get("SEMAILLES_LANG") or "", [code for code, _ in LANGUAGES])
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["semailles.config.formats"]

# Sheets, scripts and fonts: gathered once at set-up, named by their content, compressed beside.
STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "web" / "gathered"
STATICFILES_DIRS = [LAYOUT / "static", ("guide", PAGES / "guide" / "images")]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "semailles.web.layout.finders.PageSheets",
    "semailles.web.layout.finders.PackagedScripts",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 0  # names that carry their content's hash are kept for ever all the same

# Nothing from elsewhere, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = INSTANCE and IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^(healthz|metrics)$"]  # asked from the machine itself
SECURE_HSTS_SECONDS = 31_536_000 if INSTANCE and IS_SECURE else 0
# Of this name only: what stands under it, or beside it, is not ours, and may have no certificate.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
PROXIES = whole_number(
    "SEMAILLES_PROXIES", os.environ.get("SEMAILLES_PROXIES") or ""
)  # how many stand before us, each adding where the request came from
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "semailles.web.pages.errors.views.expired_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # more than a deposit takes, so that what is too many is said in words

# Accounts of an instance. Nobody signs up by themselves: an invitation makes the account.
AUTH_USER_MODEL = "core.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("name", "email")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "initiatives"
ACCOUNT_ADAPTER = "semailles.web.accounts.AccountAdapter"
ACCOUNT_FORMS = {"reset_password_from_key": "semailles.web.account_forms.NewPasswordForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation that came by mail has proved the address
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True  # as long as `layout.sessions` says
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")  # no code by mail: none of our pages would take it
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": None}  # sixty people sign in from one room; failures are counted by axes
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
SESSION_COOKIE_AGE = 14 * 24 * 3600  # `layout.sessions` ends a session before, when nothing is done
AXES_USERNAME_CALLABLE = "semailles.web.accounts.address_tried"
AXES_FAILURE_LIMIT, AXES_COOLOFF_TIME = 5, timedelta(minutes=5)
AXES_LOCKOUT_PARAMETERS = [
    ["username", "ip_address"]
]  # a whole meeting room shares one address; nobody shuts somebody else out from elsewhere
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "semailles.web.layout.sender.sender_of"
AXES_LOCKOUT_CALLABLE = "semailles.web.accounts.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "next"]  # where one goes next may be the address of a personal link
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the link that opened the account went to its address
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "semailles.web.account_forms.KeyForm"}
MFA_TOTP_ISSUER = "Semailles"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE  # a browser allows passkeys on this machine's own names without https
SOCIALACCOUNT_ADAPTER = "semailles.web.accounts.ElsewhereAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True  # the host chose the server: it is believed
ORGANISATION = one_server(
    os.environ.get("SEMAILLES_OIDC_SERVER", ""),
    name=os.environ.get("SEMAILLES_OIDC_NAME", ""),
    client=os.environ.get("SEMAILLES_OIDC_CLIENT", ""),
    secret=os.environ.get("SEMAILLES_OIDC_SECRET", ""),
)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": ORGANISATION}}
# Mails are written on the terminal until a host says by which server they leave: smtps://name:password@host:465, smtp://host:587.
MAIL = mail_server("SEMAILLES_MAIL", os.environ.get("SEMAILLES_MAIL") or "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL.hostname else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = MAIL.hostname or "", MAIL.port or MAIL_PORTS.get(MAIL.scheme, 0)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL.username or ""), unquote(MAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.scheme == "smtps", MAIL.scheme == "smtp" and bool(MAIL.username)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = mailbox("SEMAILLES_MAIL_FROM", os.environ.get("SEMAILLES_MAIL_FROM") or "") or f"semailles@{ADDRESS.hostname}"

# A page that fails says why where Semailles runs; nothing is sent anywhere.
LOGGING = logging_as(one_of("SEMAILLES_LOGS", os.environ.get("SEMAILLES_LOGS") or "", FORMS), tells_requests=INSTANCE)
# Figures of an instance, for who holds this key; where its processes count, which `serve` makes and takes away.
METRICS_KEY = long_enough("SEMAILLES_METRICS_KEY", os.environ.get("SEMAILLES_METRICS_KEY") or "", SHORTEST_METRICS_KEY)
FIGURES = os.environ.get("PROMETHEUS_MULTIPROC_DIR") or ""
