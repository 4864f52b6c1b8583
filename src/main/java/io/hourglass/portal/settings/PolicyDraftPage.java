package io.hourglass.portal.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.ChangePolicies.Draft;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.portal.settings.PolicyField.Typed;
import io.hourglass.web.Page;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new version of a policy: a copy that is changed, checked against the version before it, and put in force from a day on. */
@Page
@RequestMapping(PoliciesPage.ADDRESS + "/{kind}")
class PolicyDraftPage {

    private static final String RULES = "rules.";
    private static final String DAY = "inForceFrom";
    private static final String REASON = "reason";
    private static final String COPY_OF = "copyOf";

    private final ChangePolicies policies;
    private final Policies days;
    private final PolicyWords words;
    private final Clock clock;
    private final SettingsPageSupport pages;

    PolicyDraftPage(ChangePolicies policies, Policies days, PolicyWords words, Clock clock, SettingsPageSupport pages) {
        this.policies = policies;
        this.days = days;
        this.words = words;
        this.clock = clock;
        this.pages = pages;
    }

    /** A setting with what is typed in it. */
    record Line(PolicyField field, Typed typed, boolean broken) {}

    @GetMapping("/draft")
    @Transactional(readOnly = true)
    ModelAndView draft(@PathVariable String kind, @RequestParam(required = false) @Nullable Integer copyOf) {
        PolicyForms.of(kind);
        var last = last(kind);
        var rules =
                policies.copy(kind, copyOf == null ? last.version() : copyOf, JsonNodeFactory.instance.objectNode());
        return page(
                kind,
                lines(kind, field -> field.typed(PolicyForms.at(rules, field.path())), Set.of()),
                Map.of(DAY, earliest(last).toString(), COPY_OF, copyOf == null ? "" : copyOf.toString()),
                HttpStatus.OK);
    }

    /** Nothing is kept: the page says what would differ, and asks to put it in force. */
    @PostMapping("/draft")
    ModelAndView check(@PathVariable String kind, @RequestParam Map<String, String> form) {
        var broken = new LinkedHashSet<String>();
        var draft = read(kind, form, broken);
        if (draft == null) {
            return again(kind, form, broken);
        }
        try {
            return checked(draft, form, HttpStatus.OK);
        } catch (InvalidInput e) {
            return again(kind, form, Set.of(field(e)));
        }
    }

    @PostMapping("/versions")
    ModelAndView activate(@PathVariable String kind, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var broken = new LinkedHashSet<String>();
        var draft = read(kind, form, broken);
        if (draft == null) {
            return again(kind, form, broken);
        }
        try {
            var reason = form.getOrDefault(REASON, "");
            if (!PoliciesPage.isReason(reason)) {
                return checked(draft, form, HttpStatus.BAD_REQUEST).addObject("brokenReason", true);
            }
            var version = policies.activate(draft, StoredText.typed(reason));
            return pages.done(
                    PoliciesPage.ADDRESS + "/" + kind,
                    flash,
                    "policy.said.activated",
                    Integer.toString(version.version()),
                    draft.on().toString());
        } catch (InvalidInput e) {
            return again(kind, form, Set.of(field(e)));
        }
    }

    private ModelAndView checked(Draft draft, Map<String, String> form, HttpStatus status) {
        var version = policies.validated(draft);
        return page(draft.kind(), lines(draft.kind(), form, Set.of()), form, status)
                .addObject("checked", version)
                .addObject("differences", words.differences(draft.kind(), policies.differencesBefore(version)));
    }

    /** @return null if a field is none of its type; which, is added */
    private static @Nullable Draft read(String kind, Map<String, String> form, Set<String> broken) {
        var read = PolicyForms.read(kind, form);
        broken.addAll(read.broken());
        try {
            var on = LocalDate.parse(form.getOrDefault(DAY, ""));
            return broken.isEmpty() ? new Draft(kind, on, read.rules()) : null;
        } catch (DateTimeException e) {
            broken.add(DAY);
            return null;
        }
    }

    private static String field(InvalidInput e) {
        return e.field().startsWith(RULES) ? e.field().substring(RULES.length()) : e.field();
    }

    private ModelAndView again(String kind, Map<String, String> form, Set<String> broken) {
        return page(kind, lines(kind, form, broken), form, HttpStatus.BAD_REQUEST)
                .addObject("brokenDay", broken.contains(DAY))
                .addObject("mistake", pages.say("policy.mistake"));
    }

    private static List<Line> lines(String kind, Map<String, String> form, Set<String> broken) {
        return lines(kind, field -> field.typed(form), broken);
    }

    private static List<Line> lines(String kind, Function<PolicyField, Typed> typed, Set<String> broken) {
        return PolicyForms.of(kind).stream()
                .map(field -> new Line(field, typed.apply(field), isBroken(field.path(), broken)))
                .toList();
    }

    /** Also where a rule of several settings together is. */
    private static boolean isBroken(String path, Set<String> broken) {
        return broken.stream().anyMatch(one -> one.equals(path) || path.startsWith(one + "."));
    }

    private ModelAndView page(String kind, List<Line> lines, Map<String, String> form, HttpStatus status) {
        var content = new HashMap<String, Object>();
        content.put("kind", kind);
        content.put("lines", lines);
        content.put(COPY_OF, form.getOrDefault(COPY_OF, ""));
        content.put("on", form.getOrDefault(DAY, ""));
        content.put("reason", form.getOrDefault(REASON, ""));
        content.put("brokenDay", false);
        content.put("brokenReason", false);
        content.put("units", PolicyField.Unit.values());
        return pages.page("draft", content, status);
    }

    private PolicyVersion last(String kind) {
        return policies.versions(kind).stream()
                .filter(PolicyVersion::stands)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The day after today, or after the last version begins. */
    private LocalDate earliest(PolicyVersion last) {
        var today = days.dayOf(clock.instant());
        var begins = policies.dayOf(last).orElseGet(() -> days.dayOf(last.from().start(days.zone())));
        return (begins.isAfter(today) ? begins : today).plusDays(1);
    }
}
