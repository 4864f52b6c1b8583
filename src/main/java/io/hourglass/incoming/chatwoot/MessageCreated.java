package io.hourglass.incoming.chatwoot;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.intake.ChatReportBuilder;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.details.FactText;
import io.hourglass.incoming.chatwoot.Said.Facts;
import io.hourglass.incoming.chatwoot.Said.Nothing;
import io.hourglass.incoming.deliveries.Sent;
import io.hourglass.incoming.json.Field;
import io.hourglass.kernel.facts.AuthorKind;
import java.util.ArrayList;
import java.util.List;

/** Somebody wrote in a conversation. */
final class MessageCreated {

    private static final List<String> TYPES = List.of("incoming", "outgoing", "activity", "template");
    private static final List<String> BOTS = List.of("agent_bot", "captain_assistant");

    private final Desk desk;
    private final Field message;
    private final Field conversation;
    private final Field createdAt;

    MessageCreated(Desk desk, Field message) {
        this.desk = desk;
        this.message = message;
        this.conversation = message.at("conversation");
        this.createdAt = message.at("created_at");
    }

    Said read() {
        message.at("id").number();
        var type = message.at("message_type").oneOf(TYPES);
        if (message.at("private").isTrue()) {
            return new Nothing("a private note, which the buyer does not see");
        }
        return switch (type) {
            case "incoming" -> new Facts(List.of(asked()));
            case "outgoing" -> outgoing();
            case "template" -> new Nothing("a template, which is sent automatically");
            default -> new Nothing("an activity, which nobody wrote");
        };
    }

    private Sent asked() {
        var report = report(ChatFactKind.ASKED, "message").account(desk.holder(conversation.object()));
        return Desk.sent(report.build(), createdAt);
    }

    private Said outgoing() {
        var sender = message.at("sender");
        if (isAutomatic()) {
            return wrote(AuthorKind.AUTO_REPLY, "automation", desk.holder(conversation.object()));
        }
        var type = sender.object().at("type").text();
        var number = sender.at("id").number();
        var actor = type + "-" + number;
        if (type.equals("user")) {
            var holder = desk.holder(conversation.object());
            var isHeld = !holder.equals(desk.shop().unassigned());
            return wrote(AuthorKind.HUMAN, actor, isHeld ? desk.agent(number) : holder);
        }
        return BOTS.contains(type)
                ? wrote(desk.shop().bots(), actor, desk.holder(conversation.object()))
                : new Nothing("a message of a sender of another type than user, agent_bot and captain_assistant");
    }

    /** By a rule or a campaign, in whosever name. */
    private boolean isAutomatic() {
        return !message.at("sender").isGiven()
                || message.at("content_attributes").at("automation_rule_id").isGiven()
                || message.at("additional_attributes").at("campaign_id").isGiven();
    }

    /** Of the account, and of that which answers for what was asked before the conversation had an agent. */
    private Facts wrote(AuthorKind author, String actor, AccountId account) {
        var wrote = new ArrayList<Sent>();
        wrote.add(wrote("message", author, actor, account));
        if (!account.equals(desk.shop().unassigned())) {
            wrote.add(wrote("answer", author, actor, desk.shop().unassigned()));
        }
        return new Facts(wrote);
    }

    private Sent wrote(String what, AuthorKind author, String actor, AccountId account) {
        var report =
                report(ChatFactKind.WROTE, what).author(author).actor(actor).account(account);
        return Desk.sent(report.build(), createdAt);
    }

    private ChatReportBuilder report(ChatFactKind kind, String what) {
        var content = message.at("content").given().map(Field::text).orElse(null);
        return desk.report(kind, conversation.object(), ChatwootTime.of(createdAt))
                .id(desk.fact(what, message.at("id").number()))
                .text(new FactText(null, content));
    }
}
