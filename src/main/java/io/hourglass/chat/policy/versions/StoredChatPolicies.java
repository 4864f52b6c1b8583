package io.hourglass.chat.policy.versions;

import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.policy.versions.VersionsByDay;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Knows the versions of the chat policy, and writes the first one where there is none before anything is judged. */
@Component
class StoredChatPolicies implements ChatPolicies, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoredChatPolicies.class);

    private final PolicyVersions<ChatPolicy> versions;
    private final StoredPolicies stored;
    private final ChatKind kind;
    private final ChatRules defaults;
    private final VersionsByDay<ChatPolicy> byDay;
    private volatile boolean running;

    StoredChatPolicies(
            PolicyVersions<ChatPolicy> versions,
            StoredPolicies stored,
            ChatKind kind,
            ChatRules defaults,
            Clock clock) {
        this.versions = versions;
        this.stored = stored;
        this.kind = kind;
        this.defaults = defaults;
        this.byDay = new VersionsByDay<>(versions::all, ChatPolicy::days, ChatPolicy::withDays, clock);
    }

    @Override
    public List<ChatPolicy> all() {
        return byDay.all();
    }

    /** One that another node, whose clock is ahead, knows already is read when it is asked for. */
    @Override
    public ChatPolicy version(int version) {
        return all().stream()
                .filter(policy -> policy.version() == version)
                .findFirst()
                .orElseGet(() -> versions.version(version));
    }

    /** Before the web server and the timers. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (stored.addFirst(ChatKind.NAME, () -> kind.withAuthors(defaults))) {
            log.info("Version 1 of the chat policy is in force: {}", defaults);
        }
        byDay.readAgain();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
