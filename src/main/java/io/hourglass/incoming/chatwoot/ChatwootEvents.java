package io.hourglass.incoming.chatwoot;

import io.hourglass.incoming.chatwoot.Said.Nothing;
import io.hourglass.incoming.json.Field;
import io.hourglass.incoming.json.JsonBody;
import io.hourglass.incoming.sources.ChatwootShop;
import io.hourglass.kernel.InvalidInput;

/** Reads an event of Chatwoot. One that says nothing of who asked or answered is taken, and passed over. */
public final class ChatwootEvents {

    private static final int LONGEST_NAME = 64;

    private ChatwootEvents() {}

    /**
     * @param source its name
     * @throws InvalidInput with the field's path
     */
    public static Said read(String source, ChatwootShop shop, byte[] body) {
        var top = Field.of(JsonBody.read(body)).object();
        var event = top.at("event").text();
        if (event.isBlank() || event.length() > LONGEST_NAME) {
            throw top.at("event").breaks("the name of an event");
        }
        var desk = new Desk(source, shop);
        return switch (event) {
            case "message_created" -> new MessageCreated(desk, top).read();
            case "conversation_updated" -> new ConversationUpdated(desk, top).read();
            case "conversation_status_changed" ->
                new Nothing("a conversation's status says nothing of who owes an answer");
            default -> new Nothing("an event of another kind than message_created and conversation_updated");
        };
    }
}
