package io.hourglass.web.errors;

import static java.util.Map.entry;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a form's fields, and of what they offer to choose, where the form is shown again away from its page. */
@Component
class SentWords {

    private static final Pattern POLICY = Pattern.compile("/settings/policies/([a-z]+)/.*");
    private static final String UNIT = ".unit";
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    /** Fields that have the same words as on their page; those of others are below {@code sent.} */
    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("name", "settings.name"),
            entry("role", "login.role"),
            entry("party", "login.party"),
            entry("into", "settings.account.into"),
            entry("scopes", "settings.keys.scopes"),
            entry("url", "settings.webhooks.url"),
            entry("kinds", "settings.webhooks.kinds"),
            entry("days", "settings.calendar.days"),
            entry("from", "settings.calendar.from"),
            entry("to", "settings.calendar.to"),
            entry("holidays", "settings.calendar.holidays"),
            entry("company", "settings.supplier.company"),
            entry("capacity", "settings.supplier.capacity"),
            entry("categories", "settings.supplier.categories"),
            entry("products", "settings.supplier.products"),
            entry("confirmed", "settings.erasure.confirm"),
            entry("zone", "zone.name"),
            entry("until", "outages.until"),
            entry("consented", "outages.decision"),
            entry("address", "mailbox.address"),
            entry("user", "mailbox.user"),
            entry("provider", "mailbox.signIn"),
            entry("host", "mailbox.host"),
            entry("port", "mailbox.port"),
            entry("security", "mailbox.security"),
            entry("sentFolder", "mailbox.sentFolder"),
            entry("readInbox", "mailbox.readInbox"),
            entry("inForceFrom", "policy.from"));

    /** Fields whose values are names of something: the words are below these keys. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("kind", "trace.kind."),
            entry("author", "trace.author."),
            entry("accepted", "sent.accepted."),
            entry("consented", "outages.decision."),
            entry("shown", "sent.shown."),
            entry("consent", "sent.yes."),
            entry("confirmed", "sent.yes."),
            entry("readInbox", "sent.yes."),
            entry(Unsent.REPEATED, "sent.yes."),
            entry("security", "mailbox.security."),
            entry("provider", "mailbox.provider."),
            entry("role", "settings.role."),
            entry("scopes", "settings.scope."),
            entry("kinds", "settings.webhooks.kind."));

    /** Fields whose values are ids that nobody types. */
    private static final Set<String> IDS = Set.of("about", "into", "person", "chosen");

    private final MessageSource messages;

    SentWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Of a password of that name. */
    String password(String name, Locale locale) {
        return word("sent.password." + name, name, locale);
    }

    /**
     * @param path that the form was sent to
     * @return the name itself if no form of ours has such a field
     */
    String label(String path, String name, Locale locale) {
        var policy = POLICY.matcher(path);
        var own = policy.matches() ? word("policy." + policy.group(1) + "." + name, "", locale) : "";
        if (!own.isEmpty()) {
            return own;
        }
        var key = name.endsWith(UNIT) ? "policy.unit" : LABELS.getOrDefault(name, "sent." + name);
        return word(key, name, locale);
    }

    /** What was chosen; empty if the value was typed. */
    String chosen(String path, String name, String value, Locale locale) {
        if (IDS.contains(name) || isZoneOfTime(path, name)) {
            return value.isEmpty() ? "–" : value;
        }
        if (name.equals("days")) {
            return day(value, locale);
        }
        if (POLICY.matcher(path).matches()) {
            return setting(name, value, locale);
        }
        var key = isClaim(path, name) ? "supplier.claim." : VALUES.get(name);
        return key == null ? "" : word(key + value, "", locale);
    }

    private static boolean isClaim(String path, String name) {
        return name.equals("kind") && path.endsWith("/disputes");
    }

    /** Of a claim, as its form had it; the zone of a reader or of a policy is typed. */
    private static boolean isZoneOfTime(String path, String name) {
        return name.equals("zone") && path.startsWith("/suppliers/");
    }

    private String setting(String name, String value, Locale locale) {
        if (name.endsWith(UNIT)) {
            return word("policy.unit." + value, "", locale);
        }
        return word((YES_OR_NO.contains(value) ? "policy." : "policy.choice.") + value, "", locale);
    }

    private static String day(String name, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .findFirst()
                .orElse("");
    }

    private String word(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }
}
