package io.hourglass.mailing.smtp;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** For how long a mail server that hangs is waited for, by {@code spring.mail.properties}. */
final class SmtpTimeouts {

    private static final String OURS = "15000";

    private SmtpTimeouts() {}

    /** A letter that needs a connection of its own, and whose server takes it slowly and then says nothing. */
    static Duration ofLetter(@Nullable JavaMailSender sender) {
        var configured = sender instanceof JavaMailSenderImpl some ? some : new JavaMailSenderImpl();
        var before =
                "mail." + Objects.requireNonNullElse(configured.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        var properties = configured.getJavaMailProperties();
        return millis(properties, before + ".connectiontimeout")
                .plus(millis(properties, before + ".writetimeout"))
                .plus(millis(properties, before + ".timeout"));
    }

    private static Duration millis(Properties properties, String name) {
        return Duration.ofMillis(Long.parseLong(properties.getProperty(name, OURS)));
    }
}
