package io.hourglass.relay.addresses;

import io.hourglass.inquiry.NumbersOfInquiries;
import io.hourglass.inquiry.ReplyAddresses;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.messages.signing.ProgramKey;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The address of each inquiry. Nothing is kept of it: it follows from the inquiry's number and the program's key. */
@Component
@EnableConfigurationProperties(RelaySettings.class)
public class RelayAddresses implements ReplyAddresses {

    private static final String BEFORE = "inquiry-";

    private final RelaySettings settings;
    private final NumbersOfInquiries numbers;
    private final AddressCode code;

    RelayAddresses(RelaySettings settings, NumbersOfInquiries numbers, ProgramKey key) {
        this.settings = settings;
        this.numbers = numbers;
        this.code = new AddressCode(key);
    }

    public boolean isOn() {
        return settings.isOn();
    }

    @Override
    public Optional<String> of(InquiryId inquiry) {
        return settings.isOn()
                ? numbers.of(inquiry).map(number -> BEFORE + code.write(number) + "@" + settings.domain())
                : Optional.empty();
    }

    /** Empty if mail to that address is none of ours. Capitals are small letters in it. */
    public Optional<InquiryId> inquiryAt(String address) {
        var small = address.strip().toLowerCase(Locale.ROOT);
        var end = small.length() - settings.domain().length() - 1;
        return isOurs(small)
                ? code.read(small.substring(BEFORE.length(), end)).stream()
                        .boxed()
                        .flatMap(number -> numbers.numbered(number).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether it looks as ours do, of whatever inquiry. */
    public boolean isOurs(String address) {
        var small = address.strip().toLowerCase(Locale.ROOT);
        return settings.isOn() && small.startsWith(BEFORE) && small.endsWith("@" + settings.domain());
    }

    /** The text, with words in the place of each address that looks as ours do. */
    public String without(String text, String words) {
        return settings.isOn() ? ours().matcher(text).replaceAll(Matcher.quoteReplacement(words)) : text;
    }

    private Pattern ours() {
        return Pattern.compile(
                Pattern.quote(BEFORE) + "[0-9a-v]{1,64}@" + Pattern.quote(settings.domain()), Pattern.CASE_INSENSITIVE);
    }
}
