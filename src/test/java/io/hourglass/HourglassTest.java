package io.hourglass;

import io.hourglass.access.web.As;
import io.hourglass.chat.Chats;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.mailbox.setup.NoDns;
import io.hourglass.mailbox.sync.MailboxNode;
import io.hourglass.portal.alternatives.BuyersBrowser;
import io.hourglass.portal.mailboxes.ScriptedProvider;
import io.hourglass.portal.settings.SettingsBrowser;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole program on an in-memory H2, with standing clocks, timers that fire when the test says so, and an
 * empty database before each test. What tests have beside it is here for all, so that they share one program: each start takes two
 * seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hourglass-${random.uuid};DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.history-level=activity",
            "hourglass.demo=false",
            "hourglass.overview-kept-for=0s",
            "hourglass.incoming.platform.format=facts",
            "hourglass.incoming.platform.secret=" + SignedCalls.PLATFORM,
            "hourglass.incoming.desk.format=chatwoot",
            "hourglass.incoming.desk.secret=" + SignedCalls.DESK,
            "hourglass.incoming.desk.shop=shop-1",
            "hourglass.incoming.desk.unassigned=front",
            "hourglass.incoming.desk.accounts.7=ben",
            "hourglass.incoming.mx.format=mail",
            "hourglass.incoming.mx.secret=" + SignedCalls.PLATFORM,
            "hourglass.relay.domain=relay.example",
            "hourglass.mailbox.key=" + MailboxNode.KEY,
            "hourglass.relay.received-by=mx.market.example",
            "hourglass.access.requests-per-second=1000000" // the clocks stand, and so would the limit
        })
@AutoConfigureMockMvc
@Import({
    Marketplace.class,
    Chats.class,
    Processes.class,
    NoDns.class,
    ScriptedProvider.class,
    As.class,
    CountedStatements.class,
    SettingsBrowser.class,
    BuyersBrowser.class
})
@AutoConfigureObservability
@TestExecutionListeners(value = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface HourglassTest {}
