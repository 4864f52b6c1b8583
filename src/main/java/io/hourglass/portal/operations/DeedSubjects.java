package io.hourglass.portal.operations;

import static java.util.stream.Collectors.toMap;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.keys.ApiKey;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog.Done;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.portal.operations.ActionDetails.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To what people did something: what it is called, and where it is shown. Read for a page of deeds at once. */
@Component
class DeedSubjects {

    private static final Set<Action> OF_ACCOUNTS = EnumSet.of(
            Action.PUT_AN_ACCOUNT,
            Action.REMOVE_AN_ACCOUNT,
            Action.CHANGE_A_PASSWORD,
            Action.CHANGE_A_ROLE,
            Action.END_SESSIONS,
            Action.CLOSE_AN_ACCOUNT,
            Action.REOPEN_AN_ACCOUNT,
            Action.MERGE_ACCOUNTS,
            Action.HAND_OUT_A_LINK,
            Action.RESET_A_PASSWORD);
    private static final Set<Action> OF_KEYS = EnumSet.of(Action.MAKE_A_KEY, Action.REVOKE_A_KEY);
    private static final Set<Action> OF_SUPPLIERS = EnumSet.of(
            Action.DESCRIBE_A_SUPPLIER,
            Action.SUSPEND_A_SUPPLIER,
            Action.RESUME_A_SUPPLIER,
            Action.HIDE_THE_RATE,
            Action.SHOW_THE_RATE);
    private static final Set<Action> OF_DISPUTES = EnumSet.of(
            Action.RAISE_A_DISPUTE,
            Action.ACCEPT_A_DISPUTE,
            Action.REFUSE_A_DISPUTE,
            Action.LET_A_DISPUTE_LAPSE,
            Action.RESTATE_NUMBERS);
    private static final Set<Action> OF_INQUIRIES =
            EnumSet.of(Action.FIND_A_THREAD, Action.PICK_ALTERNATIVES, Action.DECLINE_ALTERNATIVES);
    private static final Pattern VERSION = Pattern.compile("([a-z]+) \\d+");
    private static final Map<Action, String> RULES = Map.of(
            Action.SET_THE_RULES_OF_DISPUTES, "dispute",
            Action.SET_THE_RULES_OF_REFERRAL, "referral",
            Action.SET_THE_RULES_OF_STANDING, "standing");

    private final Accounts accounts;
    private final Pseudonyms pseudonyms;
    private final KeyRing keys;
    private final SupplierNames suppliers;
    private final ChangePolicies policies;

    DeedSubjects(
            Accounts accounts, Pseudonyms pseudonyms, KeyRing keys, SupplierNames suppliers, ChangePolicies policies) {
        this.accounts = accounts;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.suppliers = suppliers;
        this.policies = policies;
    }

    /**
     * Something that was done to.
     *
     * @param text its name, or the id of what has none
     * @param address where it is shown; null if nowhere
     */
    record Subject(String text, @Nullable String address) {}

    /**
     * What is known of those on a page.
     *
     * @param accounts the names of accounts, by the pseudonyms that the ledger has of them
     * @param into the account of the same person that goes on, by the name of the merged one
     * @param days from which on versions of policies are in force, by their kind and number
     */
    record Known(
            Map<String, String> accounts,
            Map<String, String> into,
            Map<String, String> keys,
            Function<SupplierId, String> suppliers,
            Map<String, LocalDate> days) {

        static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), SupplierId::value, Map.of());

        Subject subject(Done done, Words words, Locale locale) {
            var about = done.about();
            var action = done.action();
            if (OF_ACCOUNTS.contains(action)) {
                var name = accounts.get(about);
                return name == null ? new Subject(about, null) : at(name, "/settings/accounts/", name, "");
            }
            if (OF_KEYS.contains(action)) {
                return keys.containsKey(about)
                        ? at(keys.getOrDefault(about, about), "/settings/keys/", about, "")
                        : new Subject(about, null);
            }
            if (OF_SUPPLIERS.contains(action)) {
                return at(suppliers.apply(new SupplierId(about)), "/settings/suppliers/", about, "");
            }
            if (OF_DISPUTES.contains(action)) {
                return at(about, "/audit/disputes/", about, "");
            }
            if (OF_INQUIRIES.contains(action)) {
                return at(about, "/inquiries/", about, "/trace");
            }
            if (action == Action.STOP_AN_IMPORT) {
                return at(about, ImportPages.ADDRESS + "/", about, "");
            }
            if (action == Action.SET_THE_CALENDAR) {
                return new Subject(words.say("settings.calendar", locale), "/settings/calendar");
            }
            return policy(action, about)
                    .map(kind -> at(version(kind, about, words, locale), "/settings/policies/", kind, ""))
                    .orElseGet(() -> new Subject(about, null));
        }

        /** From whose start on the version is in force that was put in force; empty if it begins within a day. */
        Optional<LocalDate> inForceFrom(Done done) {
            var number = done.about().substring(done.about().lastIndexOf(' ') + 1);
            return policy(done.action(), done.about()).map(kind -> days.get(kind + " " + number));
        }

        /** What an action's details speak of: a supplier, an inquiry, or a consultation. */
        Subject other(Action action, Named named) {
            var id = named.id();
            return action == Action.RESTATE_NUMBERS
                    ? at(suppliers.apply(new SupplierId(id)), "/settings/suppliers/", id, "")
                    : at(id, named.isOfChat() ? "/consultations/" : "/inquiries/", id, "/trace");
        }

        /** A version is named by its kind and its number, or by its number alone. */
        private static Optional<String> policy(Action action, String about) {
            var version = VERSION.matcher(about);
            var named = action == Action.ACTIVATE_A_POLICY || action == Action.WITHDRAW_A_POLICY;
            return version.matches()
                    ? Optional.ofNullable(named ? version.group(1) : RULES.get(action))
                    : Optional.empty();
        }

        private static String version(String kind, String about, Words words, Locale locale) {
            return words.say(
                    "operations.details.VERSION",
                    locale,
                    words.say("policy." + kind, locale),
                    about.substring(about.lastIndexOf(' ') + 1));
        }

        private static Subject at(String text, String before, String id, String after) {
            return new Subject(text, before + PathSegment.of(id) + after);
        }
    }

    Known of(List<Done> done) {
        var kept = accounts.kept();
        var restated = done.stream()
                .filter(one -> one.action() == Action.RESTATE_NUMBERS)
                .flatMap(one -> ActionDetails.named(one).stream())
                .map(Named::id);
        var described =
                done.stream().filter(one -> OF_SUPPLIERS.contains(one.action())).map(Done::about);
        var ofSuppliers =
                Stream.concat(described, restated).map(SupplierId::new).toList();
        return new Known(
                accounts(done, kept),
                kept.stream()
                        .filter(one -> one.mergedInto() != null)
                        .collect(toMap(KeptAccount::name, one -> String.valueOf(one.mergedInto()))),
                done.stream().anyMatch(one -> OF_KEYS.contains(one.action()))
                        ? keys.all().stream().collect(toMap(ApiKey::id, ApiKey::name))
                        : Map.of(),
                suppliers.of(ofSuppliers),
                days(done));
    }

    private Map<String, LocalDate> days(List<Done> done) {
        var days = new HashMap<String, LocalDate>();
        done.stream()
                .flatMap(one -> Known.policy(one.action(), one.about()).stream())
                .distinct()
                .filter(policies.kinds()::contains)
                .flatMap(kind -> policies.versions(kind).stream())
                .forEach(version -> policies.dayOf(version)
                        .ifPresent(day -> days.put(version.kind() + " " + version.version(), day)));
        return days;
    }

    private Map<String, String> accounts(List<Done> done, List<KeptAccount> kept) {
        if (done.stream().noneMatch(one -> OF_ACCOUNTS.contains(one.action()))) {
            return Map.of();
        }
        return pseudonyms.known(kept.stream().map(KeptAccount::name).toList()).entrySet().stream()
                .collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
