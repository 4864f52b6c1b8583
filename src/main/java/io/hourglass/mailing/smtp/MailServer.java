package io.hourglass.mailing.smtp;

import io.hourglass.kernel.InvalidInput;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, several over one connection, and says what it said of each. */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class MailServer {

    private static final int PERMANENT = 500;
    private static final Pattern HOST = Pattern.compile(".*@([A-Za-z0-9.-]+)>?\\s*");
    private static final String BEFORE_ID = "hourglass-";

    private final @Nullable JavaMailSender sender;
    private final MailSettings settings;
    private final String address;
    private final Clock clock;

    @Autowired
    MailServer(
            ObjectProvider<JavaMailSender> sender,
            MailSettings settings,
            @Value("${hourglass.public-address:}") String address,
            Clock clock) {
        this(sender.getIfAvailable(), settings, address, clock);
    }

    /**
     * @param sender null where no server is configured
     * @param address of this program, as others know it
     * @throws InvalidInput if the one is configured without the other
     */
    public MailServer(@Nullable JavaMailSender sender, MailSettings settings, String address, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
        check();
    }

    private void check() {
        if ((sender == null) != settings.from().isEmpty()) {
            throw new InvalidInput(
                    "hourglass.mail.from", settings.from(), "set together with spring.mail.host, or neither");
        }
        if (sender != null && address.isEmpty()) {
            throw new InvalidInput("hourglass.public-address", address, "set where mail is sent: its links lead there");
        }
        if (sender != null && !HOST.matcher(settings.from()).matches()) {
            throw new InvalidInput(
                    "hourglass.mail.from", settings.from(), "Name <local@host.example>, or without a name");
        }
        if (!settings.bounces().isEmpty() && !HOST.matcher(settings.bounces()).matches()) {
            throw new InvalidInput("hourglass.mail.bounces", settings.bounces(), "local@host.example");
        }
    }

    /** What the server said. */
    public record Said(boolean taken, boolean permanent, boolean ofAddress, String words) {

        static final Said TAKEN = new Said(true, false, false, "");

        public static Said notNow(String words) {
            return new Said(false, false, false, words);
        }
    }

    public boolean isSetUp() {
        return sender != null;
    }

    /** Where links in letters begin. */
    public String address() {
        return address;
    }

    /** How long it takes to give up so many letters, of which each finds a server that hangs. */
    public Duration longest(int letters) {
        return SmtpTimeouts.ofLetter(sender).multipliedBy(letters);
    }

    /** By the letters' ids. A server that is not reached has said nothing for good. */
    public Map<String, Said> send(List<Letter> letters) {
        var by = Objects.requireNonNull(sender, "no mail server is configured");
        var messages = new LinkedHashMap<SMTPMessage, Letter>();
        var said = new HashMap<String, Said>();
        for (var letter : letters) {
            try {
                messages.put(message(by, letter), letter);
                said.put(letter.id(), Said.TAKEN);
            } catch (MessagingException | UnsupportedEncodingException e) {
                said.put(letter.id(), new Said(false, true, true, words(e)));
            }
        }
        try {
            by.send(messages.keySet().toArray(SMTPMessage[]::new));
        } catch (MailSendException e) {
            var failed = e.getFailedMessages();
            messages.forEach((message, letter) -> {
                var why = failed.get(message);
                if (why != null || failed.isEmpty()) {
                    said.put(letter.id(), said(why == null ? e : why, letter));
                }
            });
        } catch (MailException e) {
            messages.values().forEach(letter -> said.put(letter.id(), Said.notNow(words(e))));
        }
        return said;
    }

    private SMTPMessage message(JavaMailSender by, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        var message = new Identified(by.createMimeMessage().getSession(), messageId(letter.id()));
        var mode = letter.attachments().isEmpty()
                ? MimeMessageHelper.MULTIPART_MODE_RELATED
                : MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED;
        var helper = new MimeMessageHelper(message, mode, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(settings.from()));
        helper.setTo(new InternetAddress(letter.to(), true));
        helper.setCc(
                letter.cc().stream().flatMap(address -> one(address).stream()).toArray(InternetAddress[]::new));
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        for (var part : letter.attachments()) {
            helper.addAttachment(part.name(), new ByteArrayResource(part.bytes()), part.type());
        }
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's vacation notice answers it
        message.setHeader("X-Auto-Response-Suppress", "All");
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setEnvelopeFrom(returnTo(letter.id()));
        return message;
    }

    private static Optional<InternetAddress> one(String address) {
        try {
            return Optional.of(new InternetAddress(address, true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** The library would put an id of its own in its place. */
    private static final class Identified extends SMTPMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** The same at each attempt: who gets it twice sees it once. */
    private String messageId(String letter) {
        var host = HOST.matcher(settings.from());
        return "<" + BEFORE_ID + letter + "@" + (host.matches() ? host.group(1) : "localhost") + ">";
    }

    private String returnTo(String letter) throws MessagingException {
        var bounces = settings.bounces();
        var at = bounces.indexOf('@');
        return bounces.isEmpty()
                ? new InternetAddress(settings.from()).getAddress()
                : bounces.substring(0, at) + "+" + letter + bounces.substring(at);
    }

    /** Whether this program has sent a mail with that Message-ID and sender: whoever else writes so is not listened to either. */
    public boolean hasSent(String messageId, String from) {
        var own = HOST.matcher(settings.from());
        return messageId.startsWith("<" + BEFORE_ID)
                || (own.matches() && !from.isEmpty() && from.equalsIgnoreCase(addressOnly(settings.from())));
    }

    private static String addressOnly(String from) {
        return from.substring(from.indexOf('<') + 1).replace(">", "").strip();
    }

    /** Whose letters were returned, as the returned mail has them in whatever place: in Message-IDs, and in addresses of ours. */
    public List<String> lettersIn(String returned) {
        var id = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@";
        var bounces = settings.bounces();
        var address = bounces.isEmpty() ? "" : "|" + Pattern.quote(bounces.substring(0, bounces.indexOf('@')) + "+");
        return Pattern.compile("(?:" + BEFORE_ID + address + ")" + id)
                .matcher(returned)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Copies are sent as far as their addresses are taken: what the letter's own recipient got is sent. */
    private static Said said(Exception failure, Letter letter) {
        for (@Nullable Exception one = failure; one != null; one = next(one)) {
            if (one instanceof SendFailedException partly && holds(partly.getValidSentAddresses(), letter.to())) {
                return Said.TAKEN;
            }
        }
        return refused(failure, letter);
    }

    private static boolean holds(Address @Nullable [] addresses, String one) {
        return addresses != null
                && Arrays.stream(addresses).map(Address::toString).anyMatch(one::equals);
    }

    private static Said refused(Exception failure, Letter letter) {
        var ofAddress = false;
        var permanent = false;
        for (@Nullable Exception one = failure; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException refused) {
                var isOwn = refused.getAddress().getAddress().equals(letter.to());
                ofAddress = ofAddress || (isOwn && refused.getReturnCode() >= PERMANENT);
                permanent = permanent || ofAddress;
            } else if (one instanceof SMTPSendFailedException refused) {
                permanent = permanent || refused.getReturnCode() >= PERMANENT;
            }
        }
        return new Said(false, permanent, ofAddress, words(failure));
    }

    private static @Nullable Exception next(Exception one) {
        if (one instanceof MessagingException mail) {
            return mail.getNextException();
        }
        return one.getCause() instanceof Exception cause ? cause : null;
    }

    private static String words(Exception failure) {
        @Nullable Exception last = failure;
        var words = "";
        while (last != null) {
            words = Objects.requireNonNullElse(
                    last.getMessage(), last.getClass().getSimpleName());
            last = next(last);
        }
        return words.strip();
    }
}
