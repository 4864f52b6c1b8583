package io.hourglass.chaos.check;

import static java.util.Comparator.naturalOrder;

import io.hourglass.chaos.check.JudgedChats.JudgedChat;
import io.hourglass.chaos.check.Tables.EntryRow;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatJudgement;
import io.hourglass.kernel.facts.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every consultation's last entry in the books says what the judge says, and why; one that is open need have none. Its row
 * says when the first fact occurred that opens it.
 */
final class ChatVerdictsCheck {

    private ChatVerdictsCheck() {}

    static Finding in(Tables tables, JudgedChats chats) {
        var entries = tables.lastEntries(ConsultationId.CHAT);
        var comparison = new Comparison();
        Map<String, EntryRow> expected = new HashMap<>();
        for (var one : chats.all()) {
            var row = one.row();
            var id = row.id().value();
            comparison.of("opening of " + id, openedAt(one, chats.booksClose(row.day())), row.openedAt());
            if (chats.isBroughtTogether(one)) {
                one.judgement()
                        .filter(judgement -> !judgement.state().pending() || entries.containsKey(id))
                        .ifPresent(judgement -> expected.put(id, entry(judgement)));
            } else {
                entries.remove(id);
            }
        }
        return Finding.of("verdicts of chat", comparison.ofMaps("verdict of", expected, entries));
    }

    private static EntryRow entry(ChatJudgement judgement) {
        var fact = judgement.decidingFact();
        var owed = judgement.state().countable() || judgement.state().pending();
        return new EntryRow(
                judgement.state().name(),
                judgement.rule().name(),
                fact == null ? null : fact.value(),
                owed ? judgement.consultation().value() : null);
    }

    /** Of those that the books know; where they know none, whatever the row says of the others. */
    private static @Nullable Instant openedAt(JudgedChat one, Instant close) {
        var opening = one.consultation().facts().stream()
                .filter(fact -> fact.kind() instanceof ChatFactKind kind && kind.opensConsultation())
                .toList();
        return opening.stream()
                .filter(fact -> !fact.recordedAt().isAfter(close))
                .map(Fact::occurredAt)
                .min(naturalOrder())
                .orElse(opening.isEmpty() ? null : one.row().openedAt());
    }
}
