package io.hourglass.portal.operations;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog.Done;
import io.hourglass.portal.operations.DeedSubjects.Known;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The details of an action in the reader's language. The ledger has them in one form for each action, in English; what people
 * wrote stays as it was written.
 */
final class ActionDetails {

    private static final Pattern CASES = Pattern.compile("(\\d+) inquiries(?:, (\\d+) consultations)?");
    private static final Pattern CASE = Pattern.compile("(?:inquiry|(CHAT) case) (?<id>.+)");
    private static final Pattern IN_FORCE =
            Pattern.compile("in force from (\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+Z)?)(: .*)?", Pattern.DOTALL);
    private static final Pattern RETRIED =
            Pattern.compile("(?:(\\w+)\\.(\\w+)|(BEGUN|BEGUN_ANEW|MOVED|DISCARDED)): (.*)", Pattern.DOTALL);

    private static final Map<Action, Pattern> FORMS = Map.ofEntries(
            Map.entry(Action.PICK_ALTERNATIVES, Pattern.compile("(\\d+) picked")),
            Map.entry(Action.ERASE_A_PERSON, CASES),
            Map.entry(Action.EXPORT_A_PERSON, CASES),
            Map.entry(Action.RESTATE_NUMBERS, Pattern.compile("(?<id>.+): (\\d+) numbers")),
            Map.entry(Action.FIND_A_THREAD, Pattern.compile("belongs to (?<id>.+)")),
            Map.entry(Action.ACCEPT_A_DISPUTE, CASE),
            Map.entry(Action.REFUSE_A_DISPUTE, CASE),
            Map.entry(Action.LET_A_DISPUTE_LAPSE, CASE),
            Map.entry(Action.DESCRIBE_A_SUPPLIER, Pattern.compile("suspended")),
            Map.entry(Action.ACTIVATE_A_POLICY, IN_FORCE),
            Map.entry(Action.SET_THE_RULES_OF_DISPUTES, IN_FORCE),
            Map.entry(Action.SET_THE_RULES_OF_REFERRAL, IN_FORCE),
            Map.entry(Action.SET_THE_RULES_OF_STANDING, IN_FORCE),
            Map.entry(Action.RETRY_A_DAY_CLOSE, RETRIED),
            Map.entry(Action.RETRY_A_FAILED_STEP, RETRIED),
            Map.entry(Action.PUT_AN_ACCOUNT, Pattern.compile("(OPERATIONS|AUDITOR|SUPPLIER|BUYER|INTEGRATION)")),
            Map.entry(Action.MAKE_A_KEY, Pattern.compile("\\[((?:[A-Z]+(?:, )?)+)\\]")),
            Map.entry(Action.SET_THE_CALENDAR, Pattern.compile("([0-9:]+) to ([0-9:]+), (\\d+) holidays")),
            Map.entry(Action.CHANGE_A_ROLE, Pattern.compile("(OPERATIONS|AUDITOR|SUPPLIER|BUYER)")),
            Map.entry(Action.RAISE_A_DISPUTE, Pattern.compile("(?:(CHAT) case )?(?<id>.+): ([A-Z_]+)")));

    /** The details of these begin with an id, which stands beside their words. */
    private static final Set<Action> OF_OTHERS = EnumSet.of(
            Action.RESTATE_NUMBERS,
            Action.FIND_A_THREAD,
            Action.ACCEPT_A_DISPUTE,
            Action.REFUSE_A_DISPUTE,
            Action.LET_A_DISPUTE_LAPSE,
            Action.RAISE_A_DISPUTE);

    /** Their forms begin with the track, if it has a name. */
    private static final Set<Action> OF_CASES = EnumSet.of(
            Action.ACCEPT_A_DISPUTE, Action.REFUSE_A_DISPUTE, Action.LET_A_DISPUTE_LAPSE, Action.RAISE_A_DISPUTE);

    private ActionDetails() {}

    /** @return as the ledger has them, where they are in another form than expected of this action */
    static String inWords(Done done, Known known, Words words, Locale locale) {
        if (done.action() == Action.MERGE_ACCOUNTS) {
            var into = known.accounts().getOrDefault(done.details(), done.details());
            return words.say("operations.details.MERGE_ACCOUNTS", locale, into);
        }
        var form = FORMS.get(done.action());
        if (form == null) {
            return done.details();
        }
        var match = form.matcher(done.details());
        return match.matches() ? say(done, match.toMatchResult(), known, words, locale) : done.details();
    }

    /**
     * What the ledger's details name: a supplier, an inquiry, or a case of another track.
     *
     * @param isOfChat whether it is a consultation
     */
    record Named(String id, boolean isOfChat) {}

    /** Empty where they name none. */
    static Optional<Named> named(Done done) {
        return Optional.ofNullable(FORMS.get(done.action()))
                .filter(form -> OF_OTHERS.contains(done.action()))
                .map(form -> form.matcher(done.details()))
                .filter(Matcher::matches)
                .map(match -> new Named(match.group("id"), isOfChat(done, match)));
    }

    private static boolean isOfChat(Done done, MatchResult match) {
        return OF_CASES.contains(done.action()) && match.group(1) != null;
    }

    private static String say(Done done, MatchResult match, Known known, Words words, Locale locale) {
        var action = done.action();
        return switch (action) {
            case MAKE_A_KEY -> scopes(match.group(1), words, locale);
            case PUT_AN_ACCOUNT, CHANGE_A_ROLE -> words.say("role." + match.group(1), locale);
            case RAISE_A_DISPUTE ->
                words.say((isOfChat(done, match) ? "consultation.kind." : "trace.kind.") + match.group(3), locale);
            case RETRY_A_DAY_CLOSE, RETRY_A_FAILED_STEP -> tried(match, words, locale) + " " + match.group(4);
            case ERASE_A_PERSON, EXPORT_A_PERSON ->
                words.say(
                        "operations.details." + action,
                        locale,
                        Integer.valueOf(match.group(1)),
                        Integer.valueOf(Objects.requireNonNullElse(match.group(2), "0")));
            case PICK_ALTERNATIVES ->
                words.say("operations.details." + action, locale, Integer.valueOf(match.group(1)));
            case SET_THE_CALENDAR ->
                words.say(
                        "operations.details." + action,
                        locale,
                        match.group(1),
                        match.group(2),
                        Integer.valueOf(match.group(3)));
            case RESTATE_NUMBERS -> words.say("operations.details." + action, locale, Integer.valueOf(match.group(2)));
            case DESCRIBE_A_SUPPLIER -> words.say("operations.details.SUSPENDED", locale);
            case FIND_A_THREAD -> words.say("operations.details." + action, locale);
            case ACCEPT_A_DISPUTE, REFUSE_A_DISPUTE, LET_A_DISPUTE_LAPSE ->
                words.say(isOfChat(done, match) ? "case.CHAT" : "case.INQUIRY", locale);
            default -> words.say("operations.details.IN_FORCE", locale, day(done, match, known), rest(match));
        };
    }

    private static String scopes(String names, Words words, Locale locale) {
        return Stream.of(names.split(", ", -1))
                .map(scope -> words.say("settings.scope." + scope, locale))
                .collect(Collectors.joining(words.say("policy.and", locale)));
    }

    /** What was tried again: a step, or a process that was gone. */
    private static String tried(MatchResult match, Words words, Locale locale) {
        return match.group(1) == null
                ? words.say("operations.reconciler." + match.group(3), locale)
                : words.step(match.group(1), match.group(2), locale) + ":";
    }

    /** As people count: a version that the ledger has by its instant is in force from the start of a day on. */
    private static String day(Done done, MatchResult match, Known known) {
        return known.inForceFrom(done).map(LocalDate::toString).orElse(match.group(1));
    }

    private static String rest(MatchResult match) {
        var rest = match.group(2);
        return rest == null ? "" : rest;
    }
}
