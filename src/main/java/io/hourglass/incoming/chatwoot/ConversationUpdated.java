package io.hourglass.incoming.chatwoot;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.incoming.chatwoot.Said.Facts;
import io.hourglass.incoming.chatwoot.Said.Nothing;
import io.hourglass.incoming.json.Field;
import java.util.List;
import java.util.Optional;

/** Something of a conversation was changed, its agent for one. */
final class ConversationUpdated {

    private static final String CURRENT = "current_value";

    private final Desk desk;
    private final Field conversation;

    ConversationUpdated(Desk desk, Field conversation) {
        this.desk = desk;
        this.conversation = conversation;
    }

    Said read() {
        conversation.at("id").number();
        var change = changed("assignee_id");
        if (change.isEmpty()) {
            return new Nothing("a change of something else than the agent");
        }
        return change.get()
                .at(CURRENT)
                .given()
                .map(agent -> transferred(agent.number(), change.get()))
                .orElseGet(() -> new Nothing("nobody received the buyer: what is asked from now on is owed by "
                        + desk.shop().unassigned()));
    }

    private Said transferred(String agent, Field change) {
        var to = desk.agent(agent);
        var from = former(change);
        if (from.equals(to)) {
            return new Nothing("both agents are the same account, " + to);
        }
        var changedAt = changedAt();
        var at = ChatwootTime.of(changedAt);
        var id = conversation.at("id").number() + "-" + agent + "-" + at.toEpochMilli();
        var report = desk.report(ChatFactKind.TRANSFERRED, conversation, at)
                .id(desk.fact("transfer", id))
                .account(to)
                .from(from);
        return new Facts(List.of(Desk.sent(report.build(), changedAt)));
    }

    private AccountId former(Field change) {
        return change.at("previous_value")
                .given()
                .map(agent -> desk.agent(agent.number()))
                .orElse(desk.shop().unassigned());
    }

    /** When the change was made, and not when its event was written. */
    private Field changedAt() {
        return changed("updated_at")
                .flatMap(change -> change.at(CURRENT).given())
                .orElseGet(() -> conversation.at("updated_at"));
    }

    /** A list of objects of one field each. */
    private Optional<Field> changed(String name) {
        return conversation
                .at("changed_attributes")
                .list()
                .each()
                .map(one -> one.object().at(name))
                .filter(Field::isGiven)
                .map(Field::object)
                .findFirst();
    }
}
