package io.hourglass;

import io.hourglass.chat.Chats;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.mailbox.setup.NoDns;
import io.hourglass.mailbox.sync.MailboxNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/** The same as {@link HourglassTest}, of a server that listens: a browser or a socket calls it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:server-${random.uuid};DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
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
            "logging.level.io.hourglass.doors=error",
            "hourglass.access.secure-cookies=false",
            "hourglass.access.requests-per-second=1000000"
        })
@Import({Marketplace.class, Chats.class, Processes.class, NoDns.class})
@AutoConfigureObservability
@TestExecutionListeners(value = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface HourglassServerTest {}
