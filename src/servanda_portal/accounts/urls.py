"""The addresses of accounts, under each language: django-allauth's pages, under names that people can read."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as provider
from django.urls import path, re_path

# The names are those by which django-allauth finds its pages.
urlpatterns = [
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-up/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/new/", account.password_set, name="account_set_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/choose/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/chosen/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("second-step/", second_factor.index, name="mfa_index"),
    path("second-step/enter/", second_factor.authenticate, name="mfa_authenticate"),
    path("second-step/confirm/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-step/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-step/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second-step/codes/download/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("second-step/keys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("second-step/keys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("second-step/keys/confirm/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-step/keys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("provider/sign-up/", provider.signup, name="socialaccount_signup"),
    path("provider/cancelled/", provider.login_cancelled, name="socialaccount_login_cancelled"),
    path("provider/failed/", provider.login_error, name="socialaccount_login_error"),
]
