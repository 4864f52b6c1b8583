package io.hourglass.imports.lines;

import static io.hourglass.chat.judging.ChatFactKind.BLOCKED;
import static io.hourglass.chat.judging.ChatFactKind.MARKED_ABNORMAL;
import static io.hourglass.chat.judging.ChatFactKind.MARKED_OWN;
import static io.hourglass.chat.judging.ChatFactKind.MARKED_STAFF;
import static io.hourglass.chat.judging.ChatFactKind.RECLASSIFIED;
import static io.hourglass.chat.judging.ChatFactKind.RETRACTED;
import static io.hourglass.chat.judging.ChatFactKind.TRANSFERRED;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the fields of a line of chat mean. One that names no kind is a message; who wrote it, {@code from} says. */
final class ChatLines {

    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String BUYER = "buyer";
    private static final String ACCOUNT = "account";
    private static final String FROM_ACCOUNT = "fromAccount";
    private static final String SHOP = "shop";
    private static final String ABOUT = "about";
    private static final String AUTHOR = "author";

    /** Which of these fields each kind has; of a kind with an account its shop may be named too. */
    private static final Map<ChatFactKind, Set<String>> FIELDS = Map.of(
            TRANSFERRED,
            Set.of(BUYER, ACCOUNT, FROM_ACCOUNT),
            BLOCKED,
            Set.of(BUYER, ACCOUNT),
            MARKED_STAFF,
            Set.of(BUYER),
            MARKED_OWN,
            Set.of(BUYER, SHOP),
            MARKED_ABNORMAL,
            Set.of(BUYER),
            RETRACTED,
            Set.of(ABOUT),
            RECLASSIFIED,
            Set.of(ABOUT, AUTHOR),
            ChatFactKind.ASKED,
            Set.of(BUYER, ACCOUNT),
            ChatFactKind.WROTE,
            Set.of(BUYER, ACCOUNT, AUTHOR));

    private static final ChatFactKind[] KINDS = {
        TRANSFERRED, BLOCKED, MARKED_STAFF, MARKED_OWN, MARKED_ABNORMAL, RETRACTED, RECLASSIFIED
    };

    private enum From {
        BUYER,
        ACCOUNT
    }

    private final Fields fields;
    private final ChatFactKind kind;

    private ChatLines(Fields fields) {
        this.fields = fields;
        this.kind = kind(fields);
    }

    /** @throws InvalidInput if a field is missing, is another kind's, or cannot be kept */
    static ChatReport report(Fields fields, Channel channel, FactText text) {
        return new ChatLines(fields).report(channel, text);
    }

    private static ChatFactKind kind(Fields fields) {
        var from = fields.optional(FROM);
        if (fields.optional(KIND) != null) {
            if (from != null) {
                throw new InvalidInput(FROM, from, "left out where a kind is given");
            }
            return fields.one(KIND, KINDS);
        }
        return fields.one(FROM, From.values()) == From.BUYER ? ChatFactKind.ASKED : ChatFactKind.WROTE;
    }

    private ChatReport report(Channel channel, FactText text) {
        return ChatReport.builder()
                .id(new FactId(fields.required(Columns.MESSAGE)))
                .kind(kind)
                .buyer(of(BUYER, BuyerId::new))
                .account(of(ACCOUNT, AccountId::new))
                .from(of(FROM_ACCOUNT, AccountId::new))
                .shop(shop())
                .about(of(ABOUT, FactId::new))
                .author(author())
                .actor(fields.optional("actor"))
                .channel(channel)
                .occurredAt(fields.instant("at"))
                .text(text)
                .build();
    }

    private @Nullable SupplierId shop() {
        var mayBeLeftOut = has(ACCOUNT) && fields.optional(SHOP) == null;
        return mayBeLeftOut ? null : has(ACCOUNT) ? new SupplierId(fields.required(SHOP)) : of(SHOP, SupplierId::new);
    }

    /** A buyer's message has none, whatever is said. */
    private @Nullable AuthorKind author() {
        if (has(AUTHOR)) {
            return fields.one(AUTHOR, AuthorKind.values());
        }
        return kind == ChatFactKind.ASKED ? null : of(AUTHOR, AuthorKind::valueOf);
    }

    private boolean has(String field) {
        return FIELDS.getOrDefault(kind, Set.of()).contains(field);
    }

    private <T> @Nullable T of(String field, Function<String, T> meaning) {
        if (!has(field)) {
            var value = fields.optional(field);
            if (value != null) {
                throw new InvalidInput(field, value, "left out of what is " + kind);
            }
            return null;
        }
        var value = fields.required(field);
        try {
            return meaning.apply(value);
        } catch (InvalidInput e) {
            throw new InvalidInput(field, e.value(), e.rule());
        }
    }
}
