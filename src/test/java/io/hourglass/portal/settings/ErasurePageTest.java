package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.SettingsBrowser.content;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.buyers.Buyers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The page of a person's data")
class ErasurePageTest {

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Buyers buyers;

    @Autowired
    private ActionLog log;

    @Autowired
    private RecordFact record;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @BeforeEach
    void someone() {
        marketplace.inquiry("i", new BuyerId("b-1"), new SupplierId("s"), marketplace.now(), null);
        accounts.put(new Account("anna", Role.BUYER, "b-1", "secret-hash"));
        accounts.put(new Account("li.wei", Role.SUPPLIER, "s", "secret-hash"));
    }

    @ParameterizedTest(name = "says in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        for (var path :
                new String[] {"/settings/erasure?", "/settings/erasure?person=b-1&", "/settings/erasure?person=li.wei&"
                }) {
            assertThat(browser.page(path + "lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??", "style=");
        }
    }

    @Test
    @DisplayName("names what goes, and erases a buyer once that is confirmed")
    void erased() throws Exception {
        assertThat(browser.page("/settings/erasure?person=anna&lang=en", As.operations()))
                .contains("all texts of one inquiry", "one account", ">b-1<", ">anna<");
        assertThat(browser.page("/settings/erasure?person=b-1", As.auditor())).doesNotContain("<form class=\"card\"");
        var unconfirmed = browser.send("/settings/erasure?lang=en", As.operations(), "person", "b-1");
        assertThat(unconfirmed.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(unconfirmed)).contains("aria-invalid=\"true\"", ">b-1<");
        assertThat(accounts.find("anna")).isPresent();
        assertThat(browser.sent("/settings/erasure?lang=en", As.operations(), "person", "b-1", "confirmed", "true"))
                .contains("Erased. What is left of one inquiry and no consultations stands under ");
        assertThat(accounts.kept("anna")).isEmpty();
        assertThat(log.latest(0, 1)).extracting(ActionLog.Done::action).containsExactly(Action.ERASE_A_PERSON);
        for (var person : new String[] {"b-1", "nobody", "%00"}) {
            assertThat(browser.statusOf("/settings/erasure?person=" + person, As.operations()))
                    .isIn(400, 404);
        }
        assertThat(browser.send("/settings/erasure", As.operations(), "person", "li.wei", "confirmed", "true")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(accounts.find("li.wei")).isPresent();
    }

    @ParameterizedTest(name = "finds by \u201c{0}\u201d the buyer, and names it beside its id")
    @ValueSource(strings = {"b-cafe", "Caf%C3%A9", "muller", "GMBH%20caf", "uma.k", "uma"})
    void byName(String typed) throws Exception {
        buyers.put(new BuyerId("b-cafe"), "Café Müller GmbH");
        accounts.put(new Account("uma.k", Role.BUYER, "b-cafe", "secret-hash"));
        assertThat(browser.page("/settings/erasure?person=" + typed, As.operations()))
                .contains(">Café Müller GmbH<", ">b-cafe<", "name=\"person\" value=\"b-cafe\"");
    }

    @Test
    @DisplayName("lets one choose where several are called so, and acts on none of them before")
    void several() throws Exception {
        buyers.put(new BuyerId("b-cafe"), "Café Müller GmbH");
        buyers.put(new BuyerId("b-mill"), "Müller & Sons");
        accounts.put(new Account("muller.jo", Role.AUDITOR, null, "secret-hash"));
        var page = browser.page("/settings/erasure?person=muller&lang=en", As.operations());
        assertThat(page)
                .contains("Which of them?", "href=\"/settings/erasure?person=b-cafe\"", ">Café Müller GmbH<")
                .contains("href=\"/settings/erasure?person=b-mill\"", "href=\"/settings/erasure?person=muller.jo\"")
                .doesNotContain("name=\"confirmed\"");
        assertThat(browser.send("/settings/erasure", As.operations(), "person", "muller", "confirmed", "true")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("says that nobody is called so where there is no word of a name, and keeps what was typed")
    void nobody() throws Exception {
        for (var typed : new String[] {"ller", "!!!", "x".repeat(201)}) {
            assertThat(browser.statusOf("/settings/erasure?person=" + typed, As.operations()))
                    .isIn(400, 404);
        }
    }

    @Test
    @DisplayName("gives out all that is kept of a person as one file, without secrets, and notes that")
    void file() throws Exception {
        var result = browser.send("/settings/erasure/data", As.operations(), "person", "anna");
        assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment", "person-b-1.json");
        var file = new ObjectMapper().readTree(content(result));
        assertThat(file.path("inquiries").path(0).path("id").asText()).isEqualTo("i");
        assertThat(file.path("facts").path(0).path("kind").asText()).isEqualTo("RECEIVED");
        assertThat(file.path("accounts").path(0).path("name").asText()).isEqualTo("anna");
        assertThat(content(result)).doesNotContain("secret-hash", "li.wei");
        assertThat(log.latest(0, 1)).singleElement().satisfies(done -> {
            assertThat(done.action()).isEqualTo(Action.EXPORT_A_PERSON);
            assertThat(done.about()).isNotEqualTo("b-1").hasSize(22);
        });
        var other = content(browser.send("/settings/erasure/data", As.operations(), "person", "li.wei"));
        assertThat(other).contains("\"name\":\"li.wei\"", "\"inquiries\":[]");
        assertThat(browser.send("/settings/erasure/data", As.operations(), "person", "nobody")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "gives out of somebody who is no buyer what it wrote itself: replies, evidence, reasons; and nothing of others")
    void written() throws Exception {
        var inquiry = marketplace.inquiry("w-1");
        marketplace.inquiry("w-2", new BuyerId("b-2"), Marketplace.SUPPLIER, "Pumps", "Sixty pumps.");
        says("own", "li.wei", inquiry, "Forty pumps in May.");
        says("other", "mei", inquiry, "By somebody else.");
        marketplace.pass(Duration.ofHours(73));
        var claim = new Claim(InquiryFactKind.REPLIED, CleanSlate.START, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId("d"), new InquiryId("w-2"), claim, "Our log.", "li.wei"));
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), false, "No such log.", As.operations()));
        accounts.put(new Account("li.wei.2", Role.SUPPLIER, "supplier-1", "hash", "olga"));
        accounts.close("li.wei.2", CleanSlate.START, "li.wei");

        for (var name : List.of("li.wei", "li.wei.2")) {
            var file = browser.send("/settings/erasure/data", As.operations(), "person", name);
            var read = new ObjectMapper().readTree(content(file));
            assertThat(read.path("facts")).singleElement().satisfies(fact -> {
                assertThat(fact.path("id").asText()).isEqualTo("own");
                assertThat(fact.path("text").asText()).isEqualTo("Forty pumps in May.");
            });
            assertThat(read.path("disputes")).singleElement().satisfies(one -> {
                assertThat(one.path("evidence").asText()).isEqualTo("Our log.");
                assertThat(one.has("reason")).isFalse();
            });
            assertThat(read.path("accounts")).hasSize(2);
            assertThat(content(file)).doesNotContain("By somebody else.", "No such log.");
        }
        accounts.put(new Account("olga", Role.OPERATIONS, null, "hash", "olga"));
        var decided = new ObjectMapper()
                .readTree(content(browser.send("/settings/erasure/data", As.operations(), "person", "olga")))
                .path("disputes");
        assertThat(decided).singleElement().satisfies(one -> {
            assertThat(one.path("reason").asText()).isEqualTo("No such log.");
            assertThat(one.has("evidence")).isFalse();
        });
    }

    private void says(String id, String actor, InquiryId inquiry, String text) {
        record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(InquiryFactKind.REPLIED)
                .supplier(Marketplace.SUPPLIER)
                .author(AuthorKind.HUMAN)
                .actor(actor)
                .channel(Channel.INBOX)
                .text(new FactText(null, text))
                .build());
    }
}
