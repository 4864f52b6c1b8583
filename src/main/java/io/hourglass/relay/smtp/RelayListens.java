package io.hourglass.relay.smtp;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.TakeRelayedMail;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Listens for SMTP once the program serves, if it is to. A command does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SmtpSettings.class)
class RelayListens implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RelayListens.class);
    private static final int LAST_PORT = 65_535;

    private final RelayAddresses addresses;
    private final TakeRelayedMail take;
    private final SmtpSettings settings;
    private final int most;
    private @Nullable RelayServer server;

    RelayListens(
            RelayAddresses addresses,
            TakeRelayedMail take,
            SmtpSettings settings,
            @Value("${hourglass.access.mail-limit:10MB}") DataSize most) {
        this.addresses = addresses;
        this.take = take;
        this.settings = settings;
        this.most = Math.toIntExact(most.toBytes());
        if (settings.port() < 0 || settings.port() > LAST_PORT) {
            throw new InvalidInput("hourglass.relay.smtp.port", settings.port(), "a port, or 0 for none");
        }
        if (settings.port() > 0 && !addresses.isOn()) {
            throw new InvalidInput("hourglass.relay.smtp.port", settings.port(), "set with hourglass.relay.domain");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws UnknownHostException {
        if (settings.port() > 0) {
            var made =
                    new RelayServer(addresses, take, InetAddress.getByName(settings.address()), settings.port(), most);
            made.start();
            server = made;
            log.info("Takes mail for relay addresses over SMTP at {}:{}", settings.address(), settings.port());
        }
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.close();
        }
    }
}
