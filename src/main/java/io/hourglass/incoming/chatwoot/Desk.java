package io.hourglass.incoming.chatwoot;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.ChatReportBuilder;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.incoming.deliveries.Sent;
import io.hourglass.incoming.json.Field;
import io.hourglass.incoming.sources.ChatwootShop;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;

/**
 * Whom a shop's Chatwoot calls what here. Ids are made of Chatwoot's own, so that the same event says the same again.
 *
 * @param source its name
 */
record Desk(String source, ChatwootShop shop) {

    private static final String UNNAMED = "Chatwoot";
    private static final String OF_CHANNELS = "Channel::";

    /** By the shop's own id of the contact, or else by Chatwoot's. */
    BuyerId buyer(Field conversation) {
        var contact = conversation.at("meta").object().at("sender").object();
        var id = contact.at("id").number();
        return contact.at("identifier")
                .given()
                .map(Field::text)
                .map(String::strip)
                .filter(one -> ExternalId.mayBeNew(one, ExternalId.MAX_LENGTH))
                .map(BuyerId::new)
                .orElseGet(() -> new BuyerId(source + "-contact-" + id));
    }

    AccountId agent(String number) {
        var named = shop.accounts().get(number);
        return named == null ? new AccountId(source + "-agent-" + number) : named;
    }

    /** Who has the conversation: the agent that it is assigned to; a bot has none. */
    AccountId holder(Field conversation) {
        return conversation
                .at("meta")
                .object()
                .at("assignee")
                .given()
                .filter(one -> isAgent(one.object()))
                .map(one -> agent(one.at("id").number()))
                .orElse(shop.unassigned());
    }

    private static boolean isAgent(Field assignee) {
        var type = assignee.at("type");
        return !type.isGiven() || type.text().equals("user");
    }

    ChatReportBuilder report(ChatFactKind kind, Field conversation, Instant at) {
        return ChatReport.builder()
                .kind(kind)
                .buyer(buyer(conversation))
                .shop(shop.shop())
                .channel(channel(conversation))
                .occurredAt(at);
    }

    private static Channel channel(Field conversation) {
        var channel = conversation.at("channel").given().map(Field::text).orElse(UNNAMED);
        return Channel.sent(channel.startsWith(OF_CHANNELS) ? channel.substring(OF_CHANNELS.length()) : channel);
    }

    FactId fact(String what, String number) {
        return new FactId(source + "-" + what + "-" + number);
    }

    static Sent sent(ChatReport report, Field at) {
        return new Sent(FactLine.of(report), "", at.path());
    }
}
