package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("An auditor")
class AuditorIT {

    private final Readers readers;

    AuditorIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("searches an inquiry, opens a number, counts it again, and takes a proof home")
    void looks(String language) throws IOException {
        try (var ada = readers.reads(language)) {
            var page = ada.signIn("auditor").open("/audit/inquiries?supplier=sample-supplier-07");
            assertThat(page.locator("tbody tr").first()).isVisible();
            ada.look("auditor-search");
            page.locator("tbody a").first().click();
            ada.look("auditor-trace");
            page.navigate("/audit/numbers?supplier=sample-supplier-07");
            assertThat(page.locator("#under")).isVisible();
            page.click("#recount ~ form button");
            assertThat(page.locator("#recount ~ div .good")).isVisible();
            ada.look("auditor-number");

            page.navigate("/audit/ledger");
            page.click("main form button >> nth=0");
            assertThat(page.locator("[role=status] .good")).isVisible();
            ada.look("auditor-ledger");
            page.navigate("/audit/numbers?supplier=sample-supplier-07");
            var inquiry = page.locator("#under ~ table tbody a").first().textContent();
            page.navigate("/audit/ledger");
            page.fill("#inquiry", inquiry);
            var proof = page.waitForDownload(() -> page.locator("#inquiry").press("Enter"));
            assertThat(proof.suggestedFilename()).isEqualTo("proof-" + inquiry + ".json");
            assertThat(Files.readString(proof.path())).contains("\"proof\":\"" + inquiry + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("doubts one number, and goes by keys alone to the facts under it and to their proof")
    void doubts(String language) {
        try (var ada = readers.reads(language)) {
            var page = ada.signIn("auditor").open("/audit/numbers");
            ada.tabTo("#supplier").type("sample-supplier-07");
            ada.press("Enter");
            assertThat(page.locator("#under")).isVisible();
            ada.tabTo("#recount ~ form button").press("Enter");
            assertThat(page.locator("#recount ~ div .good")).isVisible();
            ada.tabTo("#under ~ table tbody a").press("Enter");
            assertThat(page.locator(".timeline")).isVisible();
            assertThat(page.locator(".djs-overlay .badge").first()).isVisible();
            ada.tabTo("a[href$='/proof']");
            var inquiry = page.locator("main h1").textContent().replaceAll(".*(SAMPLE-\\d+).*", "$1");
            ada.open("/audit/ledger");
            ada.tabTo("#inquiry").type(inquiry);
            var proof = page.waitForDownload(() -> ada.press("Enter"));
            assertThat(proof.suggestedFilename()).contains(inquiry);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, dispute-en, 1", "zh, dispute-zh, 2"})
    @DisplayName("decides a dispute, and sees what it restated")
    void decides(String language, String dispute, int place) {
        readers.marketplace().disputed(dispute, "sample-supplier-11", place);
        try (var ada = readers.reads(language)) {
            var page = ada.signIn("auditor").open("/audit/disputes");
            ada.look("auditor-disputes");
            page.click("a[href$='" + dispute + "']");
            page.fill("#reason", "The log of the mail server shows it.");
            ada.look("auditor-dispute");
            page.click("button[value=true]");
            page.click("summary");
            ada.look("auditor-effect");
            page.click("button[value=true]");
            assertThat(page.locator("#said .notice")).isVisible();
            ada.look("auditor-decided");
            page.navigate("/audit/restatements");
            assertThat(page.locator("section.card").first()).isVisible();
            ada.look("auditor-restatements");
        }
    }
}
