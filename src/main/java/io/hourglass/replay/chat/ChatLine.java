package io.hourglass.replay.chat;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.replay.log.DaysOfLog.Reading;
import io.hourglass.replay.log.LineFormat;
import io.hourglass.replay.log.LoggedLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message of a log: it is written and recorded on the same natural day.
 *
 * @param author the kind of author on the account's side; null for a message of the buyer
 */
record ChatLine(long line, FactId message, BuyerId buyer, AccountId account, Instant at, @Nullable AuthorKind author)
        implements LoggedLine {

    static final LineFormat LINES = new LineFormat("message,from,buyer,account,at,author");

    /** In time; what happens at one instant is in an order that does not depend on the file's. */
    static final Comparator<ChatLine> BY_TIME =
            Comparator.comparing(ChatLine::at).thenComparing(ChatLine::message).thenComparing(ChatLine::line);

    static final Reading<ChatLine> READING = new Reading<>(LINES, ChatLine::parse, BY_TIME);

    /** A log names no shops: it is that of one. */
    static final SupplierId SHOP = new SupplierId("shop");

    private static final int BUYER = 2;
    private static final int ACCOUNT = 3;
    private static final int AT = 4;
    private static final int AUTHOR = 5;

    private enum From {
        BUYER,
        ACCOUNT
    }

    /** @throws InvalidInput if the line is against the format */
    static ChatLine parse(long line, byte[] bytes) {
        var fields = LINES.fields(bytes);
        var from = one("from", LINES.strict(fields, 1), From.values());
        var author = LINES.strict(fields, AUTHOR);
        return new ChatLine(
                line,
                new FactId(LINES.strict(fields, 0)),
                new BuyerId(LINES.strict(fields, BUYER)),
                new AccountId(LINES.strict(fields, ACCOUNT)),
                LineFormat.instant(LINES.strict(fields, AT)),
                from == From.BUYER ? null : one("author", author, AuthorKind.values()));
    }

    private static <E extends Enum<E>> E one(String field, String value, E[] all) {
        return Stream.of(all)
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, value, "one of " + Arrays.toString(all)));
    }

    @Override
    public String name() {
        return message.value();
    }

    ChatReport report() {
        return ChatReport.builder()
                .id(message)
                .kind(author == null ? ChatFactKind.ASKED : ChatFactKind.WROTE)
                .buyer(buyer)
                .account(account)
                .shop(SHOP)
                .author(author)
                .channel(Channel.LOG)
                .occurredAt(at)
                .build();
    }
}
