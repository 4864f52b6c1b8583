package io.hourglass.mailing.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DisplayName("A mail server that hangs")
class SmtpTimeoutsTest {

    private static JavaMailSenderImpl sender(String protocol) {
        var sender = new JavaMailSenderImpl();
        sender.setProtocol(protocol);
        for (var one : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail." + protocol + "." + one, "2000");
        }
        return sender;
    }

    @Test
    @DisplayName("is waited for as long as its protocol's settings say")
    void configured() {
        assertThat(SmtpTimeouts.ofLetter(sender("smtp"))).isEqualTo(Duration.ofSeconds(6));
        assertThat(SmtpTimeouts.ofLetter(sender("smtps"))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    @DisplayName("is thought to be waited for three times fifteen seconds where nothing is set")
    void unset() {
        assertThat(SmtpTimeouts.ofLetter(null)).isEqualTo(Duration.ofSeconds(45));
    }
}
