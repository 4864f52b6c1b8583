package io.hourglass.incoming;

import java.time.Instant;

/** Bodies as a Chatwoot of version 4 sends them, with what nobody here reads. */
public final class ChatwootPayloads {

    public static final String AGENT_5 = person(5, "Lena Berg");
    public static final String AGENT_7 = person(7, "Ben Wu");
    public static final String BOT = "{\"id\":3,\"name\":\"Helper\",\"type\":\"agent_bot\"}";
    public static final String NOBODY = "null";

    private ChatwootPayloads() {}

    private static String person(int id, String name) {
        return "{\"id\":%d,\"name\":\"%s\",\"available_name\":\"%s\",\"avatar_url\":\"\",\"type\":\"user\",\"availability_status\":\"online\",\"thumbnail\":\"\"}"
                .formatted(id, name, name);
    }

    /** @param identifier of the contact 42, as JSON */
    public static String conversation(String assignee, String identifier) {
        return """
                {"additional_attributes":{"browser":{"device_name":"Unknown","browser_name":"Chrome"},"referer":"https://shop.example/pumps"},
                "can_reply":true,"channel":"Channel::WebWidget",
                "contact_inbox":{"id":180,"contact_id":42,"inbox_id":3,"source_id":"239a4135-0f7b-4fd5-b108-17f84e596aef",
                "created_at":"2026-03-01T19:10:40.449Z","updated_at":"2026-03-01T19:11:08.459Z","hmac_verified":false},
                "id":207,"inbox_id":3,"messages":[{"id":654,"content":"Hello","account_id":2,"message_type":0,"created_at":1772416800,
                "private":false,"status":"sent","content_type":"text","sender":{"id":42,"type":"contact"}}],"labels":["vip"],
                "meta":{"sender":{"additional_attributes":{},"custom_attributes":{},"email":null,"id":42,"identifier":%s,"name":"rough-sun-7",
                "phone_number":null,"thumbnail":"","blocked":false,"type":"contact"},"assignee":%s,"assignee_type":null,"team":null,
                "hmac_verified":false},
                "status":"open","custom_attributes":{},"snoozed_until":null,"unread_count":1,"first_reply_created_at":null,"priority":null,
                "waiting_since":1772416800,"agent_last_seen_at":0,"contact_last_seen_at":1772416800,"last_activity_at":1772416800,
                "timestamp":1772416800,"created_at":1772416790,"updated_at":1772416800.25,"account":{"id":2,"name":"Pumps"}}"""
                .formatted(identifier, assignee);
    }

    public static String conversation(String assignee) {
        return conversation(assignee, "null");
    }

    /** @param sender as JSON */
    public static String message(int id, String type, Instant at, String sender, String conversation) {
        return """
                {"account":{"id":2,"name":"Pumps"},"additional_attributes":{},"content_attributes":{},"content_type":"text",
                "content":"Is it in stock?","conversation":%s,"created_at":"%s","id":%d,"inbox":{"id":3,"name":"Web"},
                "message_type":"%s","private":false,"sender":%s,"source_id":null,"event":"message_created"}"""
                .formatted(conversation, at, id, type, sender);
    }

    public static String incoming(int id, Instant at, String assignee) {
        return message(
                id, "incoming", at, "{\"id\":42,\"name\":\"rough-sun-7\",\"identifier\":null}", conversation(assignee));
    }

    public static String outgoing(int id, Instant at, String sender, String assignee) {
        return message(id, "outgoing", at, sender, conversation(assignee));
    }

    /** @param from the number of an agent, or null as JSON */
    public static String assigned(Instant at, String from, String to) {
        return withChanges(
                "[{\"assignee_id\":{\"previous_value\":%s,\"current_value\":%s}},{\"updated_at\":{\"previous_value\":\"2026-03-02T01:00:00.000Z\",\"current_value\":\"%s\"}}]"
                        .formatted(from, to, at));
    }

    public static String withChanges(String changes) {
        var conversation = conversation(AGENT_5);
        return conversation.substring(0, conversation.length() - 1)
                + ",\"event\":\"conversation_updated\",\"changed_attributes\":" + changes + "}";
    }
}
