package io.hourglass.chat.policy;

import java.util.List;

/** The versions of the chat policy. They are only ever added. */
public interface ChatPolicies {

    /** In the order of their versions, their days each joined to the next, see {@link io.hourglass.sla.DayCalendar#joined}. */
    List<ChatPolicy> all();

    /** @throws IllegalArgumentException if there is no such version */
    default ChatPolicy version(int version) {
        return all().stream()
                .filter(policy -> policy.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chat policy version " + version));
    }

    /** Natural days, and when their books close. */
    default ChatCalendar calendar() {
        return new ChatCalendar(this::all);
    }
}
