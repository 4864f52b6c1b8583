package io.hourglass.mailing.kinds;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.hourglass.access.callers.Role;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.events.EventKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that can be told by mail, in the order in which it is shown. */
public final class MailKinds {

    public static final String RECEIVED = "inquiry.received";
    public static final String DUE_SOON = "reply.due_soon";
    public static final String MISSED = "reply.target_missed";
    public static final String REPLIED = "reply.received";
    public static final String ALTERNATIVES = "alternatives.available";

    private static final Map<String, MailKind> ALL = Stream.of(
                    urgent(RECEIVED, Audience.SUPPLIER),
                    urgent(DUE_SOON, Audience.SUPPLIER),
                    told(MISSED, Audience.SUPPLIER),
                    onRequest("number.published", Audience.SUPPLIER),
                    told("number.restated", Audience.SUPPLIER),
                    told("standing.changed", Audience.SUPPLIER),
                    told("dispute.decided", Audience.SUPPLIER),
                    urgent("mailbox.stopped", Audience.SUPPLIER),
                    urgent(REPLIED, Audience.BUYER),
                    urgent(ALTERNATIVES, Audience.BUYER),
                    told("dispute.opened", Audience.AUDITORS),
                    onRequest("day.sealed", Audience.AUDITORS),
                    urgent("incident.given_up", Audience.OPERATIONS),
                    urgent("day.close_overdue", Audience.OPERATIONS),
                    urgent("mailboxes.stopped", Audience.OPERATIONS),
                    told("webhook.disabled", Audience.OPERATIONS))
            .collect(toMap(MailKind::name, identity(), (one, other) -> one, LinkedHashMap::new));

    private MailKinds() {}

    private static MailKind urgent(String name, Audience audience) {
        return new MailKind(new EventKind(name), audience, true, true);
    }

    private static MailKind told(String name, Audience audience) {
        return new MailKind(new EventKind(name), audience, true, false);
    }

    private static MailKind onRequest(String name, Audience audience) {
        return new MailKind(new EventKind(name), audience, false, false);
    }

    public static List<MailKind> all() {
        return List.copyOf(ALL.values());
    }

    /** What somebody in that role can be told. */
    public static List<MailKind> of(Role role) {
        return ALL.values().stream()
                .filter(kind -> kind.audience().role() == role)
                .toList();
    }

    public static Optional<MailKind> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** @throws InvalidInput if nobody in that role is told such a thing */
    public static void check(String name, Role role) {
        if (find(name).filter(kind -> kind.audience().role() == role).isEmpty()) {
            throw new InvalidInput(
                    "kinds",
                    name,
                    "one of " + of(role).stream().map(MailKind::name).toList());
        }
    }
}
