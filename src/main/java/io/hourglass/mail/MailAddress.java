package io.hourglass.mail;

import io.hourglass.kernel.InvalidInput;
import java.util.regex.Pattern;

/** Addresses to which mail is sent: one person's, without a name, as RFC 5321 has them in ASCII. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern ONE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private MailAddress() {}

    /**
     * @param text may have blanks at its ends
     * @throws InvalidInput for the field {@code address}, if it is none
     */
    public static String of(String text) {
        var address = text.strip();
        if (address.length() > LONGEST || !ONE.matcher(address).matches()) {
            throw new InvalidInput("address", text, "an address such as sam@example.com, up to 254 characters");
        }
        return address;
    }
}
