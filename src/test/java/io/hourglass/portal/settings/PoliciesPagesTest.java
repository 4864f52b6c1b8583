package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.SettingsBrowser.content;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.engine.SettableClock;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.versions.PolicyVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The settings of policies")
class PoliciesPagesTest {

    private static final JsonNode UNCHANGED = JsonNodeFactory.instance.objectNode();

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private ChangePolicies policies;

    @Autowired
    private ActionLog log;

    @Autowired
    private SettableClock clock;

    /** What the form of a copy of the first version holds, with some of it changed. */
    private Map<String, String> form(String kind, String... changes) {
        var rules = policies.copy(kind, 1, UNCHANGED);
        var form = new LinkedHashMap<String, String>();
        for (var field : PolicyForms.of(kind)) {
            var typed = field.typed(PolicyForms.at(rules, field.path()));
            form.put(field.path(), typed.value());
            if (!typed.unit().isEmpty()) {
                form.put(field.unitName(), typed.unit());
            }
        }
        form.put("inForceFrom", "2026-03-04");
        for (var at = 0; at < changes.length; at += 2) {
            form.put(changes[at], changes[at + 1]);
        }
        return form;
    }

    private static String[] fields(Map<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray(String[]::new);
    }

    private String checked(String kind, String language, String... changes) throws Exception {
        var result = browser.send(
                "/settings/policies/" + kind + "/draft?lang=" + language, As.operations(), fields(form(kind, changes)));
        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        return content(result);
    }

    private String activated(String kind, String... changes) throws Exception {
        return browser.sent(
                "/settings/policies/" + kind + "/versions?lang=en", As.operations(), fields(form(kind, changes)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"reply", "chat", "standing", "referral", "dispute", "messages"})
    @DisplayName("show by a day from when on each is in force, and whose day it is, here and among the activities")
    void inForceFromADay(String kind) throws Exception {
        assertThat(activated(kind, "reason", "As agreed.")).contains("<span class=\"date\">2026-03-04</span>");
        assertThat(browser.page("/settings/policies/" + kind + "/draft?lang=en", As.operations()))
                .contains("A calendar day of Asia/Shanghai, after today");
        assertThat(browser.page("/operations/actions?lang=zh", As.operations()))
                .contains("自 2026-03-04 起生效: As agreed.")
                .doesNotContain("in force");
        clock.set(clock.instant().plus(Duration.ofDays(4)));
        assertThat(browser.page("/settings/policies?lang=en", As.operations()))
                .contains("Version 2, in force from 2026-03-04<");
    }

    private List<Integer> standing(String kind) {
        return policies.versions(kind).stream()
                .filter(PolicyVersion::stands)
                .map(PolicyVersion::version)
                .toList();
    }

    @ParameterizedTest(name = "say in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        activated("dispute", "decideWithinDays", "5", "reason", "As agreed.");
        var pages = new ArrayList<>(List.of("/settings", "/settings/policies"));
        for (var kind : PolicyForms.KINDS) {
            pages.addAll(List.of("/settings/policies/" + kind, "/settings/policies/" + kind + "/draft?copyOf=1"));
            assertThat(checked(kind, language, "inForceFrom", "2026-03-05")).doesNotContain("??");
        }
        for (var path : pages) {
            assertThat(browser.page(path + (path.contains("?") ? "&" : "?") + "lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??", "style=");
        }
    }

    @Test
    @DisplayName(
            "have a field for each setting of each kind, and no other; a copy that is not changed differs in nothing")
    void wholeForms() throws Exception {
        assertThat(PolicyForms.KINDS).containsExactlyInAnyOrderElementsOf(policies.kinds());
        for (var kind : PolicyForms.KINDS) {
            var rules = policies.copy(kind, 1, UNCHANGED);
            var paths = new TreeSet<String>();
            leaves("", rules, paths);
            assertThat(PolicyForms.of(kind))
                    .extracting(PolicyField::path)
                    .filteredOn(path -> !path.equals("displayMandatoryFrom"))
                    .as(kind)
                    .containsExactlyInAnyOrderElementsOf(paths);
            assertThat(checked(kind, "en")).contains("Nothing differs from the version before it.");
        }
    }

    private static void leaves(String within, JsonNode node, Set<String> paths) {
        if (node.isObject()) {
            node.properties()
                    .forEach(one -> leaves(
                            within.isEmpty() ? one.getKey() : within + "." + one.getKey(), one.getValue(), paths));
        } else {
            paths.add(within);
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}, from {3} to {4}")
    @CsvSource({
        "reply, replyWithin, 48, 3 d 0 h, 2 d 0 h",
        "reply, objectWithin, 4, 3 d, 4 d",
        "reply, duplicates, ROLLING_24H, on the same calendar day, within 24 hours",
        "reply, textlessReplyCounts, false, yes, no",
        "standing, gatePercent, 60, 80, 60",
        "standing, exposureMost, 2.5, 1.5, 2.5",
        "standing, displayMandatoryFrom, 2026-06-01, none, 2026-06-01",
        "referral, ranking.newcomerShare, 0.25, 0.1, 0.25",
        "dispute, decideWithinDays, 5, 30, 5"
    })
    @DisplayName("show what a draft would change, put it in force with a reason, and show who did it and why")
    void course(String kind, String field, String value, String before, String after) throws Exception {
        var page = checked(kind, "en", field, value);
        assertThat(page).containsSubsequence(before, after, "Put version 2 in force from 2026-03-04");
        assertThat(standing(kind)).containsExactly(1);
        assertThat(activated(kind, field, value, "reason", "As <agreed>."))
                .contains("Version 2 is in force from 2026-03-04.")
                .containsSubsequence("olga", "As &lt;agreed&gt;.", before + " → " + after, "the first day");
        assertThat(standing(kind)).containsExactly(1, 2);
        assertThat(browser.page("/settings/policies/" + kind, As.auditor()))
                .contains("As &lt;agreed&gt;.")
                .doesNotContain("<form method=\"post\" action=\"/settings", "/draft\"", "/draft?");
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "reply, replyWithin, 59, replyWithin.unit, SECONDS",
        "reply, replyWithin, soon, replyWithin.unit, HOURS",
        "reply, replyWithin, 72, replyWithin.unit, YEARS",
        "reply, objectWithin, 367, x, x",
        "reply, booksCloseAfterDays, 1, x, x",
        "reply, duplicates, NEVER, x, x",
        "reply, textlessReplyCounts, maybe, x, x",
        "reply, zone, Mars/Base, x, x",
        "reply, zone, '', x, x",
        "standing, gatePercent, 101, x, x",
        "standing, gatePercent, 1.5, x, x",
        "standing, exposureLeast, 1e-9, x, x",
        "standing, displayMandatoryFrom, 2026-13-01, x, x",
        "referral, ranking.newcomerShare, 1.1, x, x",
        "referral, fit.declared, 0.9, x, x",
        "referral, fit.backOff.inquiries.BUYER, 0, x, x",
        "dispute, decideWithinDays, 0, x, x",
        "dispute, inForceFrom, 2026-03-02, x, x",
        "dispute, inForceFrom, 2027-03-04, x, x",
        "dispute, inForceFrom, tomorrow, x, x"
    })
    @DisplayName("show the form again, with what was typed, and mark the field whose rule is broken")
    void broken(String kind, String field, String value, String further, String furtherValue) throws Exception {
        for (var act : new String[] {"draft", "versions"}) {
            var result = browser.send(
                    "/settings/policies/" + kind + "/" + act,
                    As.operations(),
                    fields(form(kind, field, value, further, furtherValue, "reason", "As agreed.")));
            assertThat(result.getResponse().getStatus()).isEqualTo(400);
            var id = field.equals("inForceFrom") ? field : "f-" + field.replace(".", "\\.");
            assertThat(content(result))
                    .containsPattern("id=\"" + id + "\"[^>]*aria-invalid=\"true\"")
                    .doesNotContain("id=\"checked\"");
        }
        assertThat(standing(kind)).containsExactly(1);
        assertThat(log.latest(0, 9)).isEmpty();
    }

    @Test
    @DisplayName("take no version without a reason, and keep the form")
    void noReason() throws Exception {
        for (var reason : new String[] {" ", "x".repeat(501)}) {
            var result = browser.send(
                    "/settings/policies/dispute/versions",
                    As.operations(),
                    fields(form("dispute", "decideWithinDays", "7", "reason", reason)));
            assertThat(result.getResponse().getStatus()).isEqualTo(400);
            assertThat(content(result)).contains("value=\"7\"").containsPattern("<textarea[^>]*aria-invalid=\"true\"");
        }
        assertThat(standing("dispute")).containsExactly(1);
        assertThat(activated("dispute", "decideWithinDays", "7", "reason", "x".repeat(500)))
                .contains("Version 2");
    }

    @Test
    @DisplayName("withdraw a version with a reason until it is in force, and not after")
    void withdrawn() throws Exception {
        activated("dispute", "decideWithinDays", "7", "reason", "As agreed.");
        var address = "/settings/policies/dispute/versions/2/withdrawal?lang=en";
        var unreasoned = browser.send(address, As.operations(), "reason", "");
        assertThat(unreasoned.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(unreasoned)).containsPattern("<textarea id=\"reason-2\"[^>]*aria-invalid=\"true\"");
        assertThat(browser.sent(address, As.operations(), "reason", "The wrong day."))
                .contains("Version 2 is withdrawn.", "The wrong day.")
                .doesNotContain("action=\"/settings/policies/dispute/versions");
        var again = browser.send(address, As.operations(), "reason", "Again.");
        assertThat(again.getResponse().getStatus()).isEqualTo(409);
        assertThat(content(again)).contains("version 2 was withdrawn before");
        activated("dispute", "decideWithinDays", "8", "reason", "As agreed.");
        clock.set(clock.instant().plus(Duration.ofDays(3)));
        assertThat(browser.page("/settings/policies/dispute", As.operations()))
                .doesNotContain("action=\"/settings/policies/dispute/versions");
        var late = browser.send(
                "/settings/policies/dispute/versions/3/withdrawal?lang=en", As.operations(), "reason", "Late.");
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(content(late)).contains("version 3 is in force").doesNotContain("before you");
        assertThat(standing("dispute")).containsExactly(1, 3);
    }

    @Test
    @DisplayName("are two clicks from the settings, and unknown kinds and versions are not found")
    void clicks() throws Exception {
        assertThat(browser.page("/settings", As.operations())).contains("href=\"/settings/policies/reply/draft\"");
        assertThat(browser.page("/settings/policies/reply/draft", As.operations()))
                .contains("value=\"72\"", "value=\"2026-03-03\"");
        for (var path : new String[] {"chit-chat", "chit-chat/draft", "reply/draft?copyOf=9"}) {
            assertThat(browser.statusOf("/settings/policies/" + path, As.operations()))
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
