package io.hourglass.portal.settings;

import static java.util.stream.Collectors.joining;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.NotWithdrawable;
import io.hourglass.policy.PolicyHistory;
import io.hourglass.policy.PolicyHistory.Change;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of policy, and the versions of each: in force from when, by whom, why, and what each changed. */
@Page
class PoliciesPage {

    static final String ADDRESS = "/settings/policies";

    private static final int LONGEST_REASON = 500;
    private static final int FIRST = 1;

    private final ChangePolicies policies;
    private final PolicyHistory history;
    private final PolicyWords words;
    private final CsvFiles csv;
    private final SettingsPageSupport pages;

    PoliciesPage(
            ChangePolicies policies,
            PolicyHistory history,
            PolicyWords words,
            CsvFiles csv,
            SettingsPageSupport pages) {
        this.policies = policies;
        this.history = history;
        this.words = words;
        this.csv = csv;
        this.pages = pages;
    }

    /** A kind, with the version that is in force, and the day from whose start on it is; null if it began within one. */
    record Kind(String name, PolicyVersion present, @Nullable LocalDate day) {}

    @GetMapping(ADDRESS)
    @Transactional(readOnly = true)
    ModelAndView show() {
        var kinds = PolicyForms.KINDS.stream()
                .map(kind -> kind(kind, present(policies.versions(kind))))
                .toList();
        return pages.page("policies", Map.of("kinds", kinds), HttpStatus.OK);
    }

    private Kind kind(String name, PolicyVersion present) {
        return new Kind(name, present, policies.dayOf(present).orElse(null));
    }

    @GetMapping(ADDRESS + "/{kind}")
    @Transactional(readOnly = true)
    ModelAndView show(@PathVariable String kind) {
        return page(kind, "", null, HttpStatus.OK);
    }

    /** The versions as a file. */
    @GetMapping(path = ADDRESS + "/{kind}", params = CsvList.ASKED)
    void file(@PathVariable String kind, HttpServletResponse response) throws IOException {
        var rows = rows(kind, policies.versions(kind));
        csv.send(
                CsvList.<PolicyRow>named("policy-versions")
                        .column("policy.version", row -> row.version().version())
                        .words("settings.state", "policy.phase.", PolicyRow::phase)
                        .column("policy.from", this::from)
                        .column("policy.by", part(PolicyRow::activated, Change::by))
                        .column("settings.reason", part(PolicyRow::activated, Change::reason))
                        .column("policy.changes", this::changes)
                        .column("csv.withdrawnBy", part(PolicyRow::withdrawn, Change::by))
                        .column("csv.withdrawnWhy", part(PolicyRow::withdrawn, Change::reason)),
                part -> part.cut(rows),
                response);
    }

    private Object from(PolicyRow row) {
        var from = row.version().from();
        if (row.version().version() == FIRST) {
            return pages.say("policy.first");
        }
        var day = row.day() == null ? from.on() : row.day();
        return day == null ? String.valueOf(from.at()) : day;
    }

    private String changes(PolicyRow row) {
        return row.differences().stream()
                .map(one -> pages.say("policy.changed", one.name(), one.before(), one.after()))
                .collect(joining("\n"));
    }

    private static Function<PolicyRow, @Nullable Object> part(
            Function<PolicyRow, @Nullable Change> of, Function<Change, @Nullable Object> part) {
        return row -> {
            var change = of.apply(row);
            return change == null ? null : part.apply(change);
        };
    }

    @PostMapping(ADDRESS + "/{kind}/versions/{version}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String kind,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        if (!isReason(reason)) {
            return page(kind, reason, version, HttpStatus.BAD_REQUEST);
        }
        try {
            policies.withdraw(kind, version, StoredText.typed(reason));
        } catch (NotWithdrawable e) {
            return page(kind, reason, null, HttpStatus.CONFLICT)
                    .addObject("mistake", pages.say("policy.mistake.withdraw." + e.reason(), version));
        }
        return pages.done(ADDRESS + "/" + kind, flash, "policy.said.withdrawn", version);
    }

    /** Whether something is typed, of up to 500 characters, that can be kept. */
    static boolean isReason(String typed) {
        var reason = StoredText.typed(typed);
        return !reason.isEmpty() && reason.length() <= LONGEST_REASON && StoredText.isStorable(reason);
    }

    /** @param unreasoned the version that was to be withdrawn without a reason that can be taken; null for none */
    private ModelAndView page(String kind, String reason, @Nullable Integer unreasoned, HttpStatus status) {
        var all = policies.versions(kind);
        var content = new HashMap<String, Object>();
        content.put("kind", kind);
        content.put("rows", rows(kind, all));
        content.put("reason", reason);
        content.put("unreasoned", unreasoned);
        return pages.page("policy", content, status);
    }

    /** The latest first. */
    private List<PolicyRow> rows(String kind, List<PolicyVersion> all) {
        PolicyForms.of(kind);
        var changes = history.of(kind);
        var present = present(all);
        var rows = new ArrayList<PolicyRow>();
        for (var version : all) {
            rows.add(new PolicyRow(
                    version,
                    phase(version, present),
                    policies.dayOf(version).orElse(null),
                    change(changes, version, false),
                    change(changes, version, true),
                    words.differences(kind, policies.differencesBefore(version))));
        }
        Collections.reverse(rows);
        return rows;
    }

    private String phase(PolicyVersion version, PolicyVersion present) {
        if (!version.stands()) {
            return "withdrawn";
        }
        if (version.version() == present.version()) {
            return "present";
        }
        return policies.isFixed(version) ? "past" : "ahead";
    }

    /** Of those that have begun the last; there always is the first. */
    private PolicyVersion present(List<PolicyVersion> all) {
        return all.stream()
                .filter(PolicyVersion::stands)
                .filter(policies::isFixed)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static @Nullable Change change(List<Change> changes, PolicyVersion version, boolean withdrawn) {
        return changes.stream()
                .filter(one -> one.version() == version.version() && one.withdrawn() == withdrawn)
                .findFirst()
                .orElse(null);
    }
}
