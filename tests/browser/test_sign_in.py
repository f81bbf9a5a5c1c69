"""Somebody is invited, chooses a password, adds a security key, and signs in with both: in a real browser."""

import os
import re
import subprocess
import sys

import pytest

SERVANDA = "from servanda_cli.main import run; run()"
PASSWORD = "nine rivers cross the plain"  # noqa: S105 of an account that lives as long as a test


@pytest.fixture
def link(address, home):
    """Invite Luc, and return the path to which the invitation leads."""
    done = subprocess.run(
        [sys.executable, "-c", SERVANDA, "invite", "luc@example.org", "--name", "Luc Roy", "--language", "fr"],
        env={**os.environ, "SERVANDA_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return re.search(r"http://[^/]+(/fr/account/password/choose/\S+)", done.stdout)[1]


def sign_in(page, place):
    page.goto(f"{place}/fr/account/sign-in/")
    page.fill("[name=login]", "luc@example.org")
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("[name=password]", "Enter")


def test_an_invited_person_comes_in_with_a_password_and_a_security_key(address, browser, link):
    place = address.replace("127.0.0.1", "localhost")  # keys belong to names, not to addresses
    page = browser.new_page(viewport={"width": 390, "height": 844})
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "usb", "automaticPresenceSimulation": True}},
    )

    page.goto(f"{place}{link}")
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    with page.expect_navigation():
        page.press("[name=password2]", "Enter")
    sign_in(page, place)
    page.get_by_text("Une application, une clé de sécurité").click()
    page.get_by_role("link", name="0 clé de sécurité").click()
    page.get_by_role("link", name="Ajouter une clé de sécurité").click()
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.fill("[name=name]", "La clé bleue")
    page.click("#add_key")
    page.wait_for_url("**/second-step/codes/")
    assert page.locator(".codes li").count() == 10

    page.goto(f"{place}/fr/account/")
    with page.expect_navigation():
        page.get_by_role("button", name="Se déconnecter").click()
    sign_in(page, place)
    assert page.url.endswith("/second-step/enter/")
    page.click("#use_key")
    page.wait_for_url("**/fr/account/")
    assert "Vous êtes connecté au nom de Luc Roy." in page.inner_text("main")
    page.goto(f"{place}/fr/account/second-step/keys/")
    assert "La clé bleue" in page.inner_text("main")
    assert complaints == []
    page.close()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_without_a_script_a_demonstration_account_is_one_button_away(address, browser, language):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}/{language}/account/sign-in/?next=/{language}/method/")
    with page.expect_navigation():
        page.locator("form.choices button").first.click()
    assert page.url.endswith(f"/{language}/method/")
    assert page.locator(f"nav.own a[href='/{language}/account/']").count() == 1
    context.close()
