package io.hourglass.relay.addresses;

import io.hourglass.messages.signing.ProgramKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Writes a number so that nobody else can, and nobody else reads it: 48 bits of it, hidden, and 72 bits that prove it, by the program's
 * key. As digits of base 32 (RFC 4648, section 7) in small letters these are 24.
 */
final class AddressCode {

    private static final Pattern CODE = Pattern.compile("[0-9a-v]{24}");
    private static final int DIGITS = 24;
    private static final int RADIX = 32;
    private static final int NUMBER_BYTES = 6;
    private static final int PROOF_BYTES = 9;
    private static final int BYTE = 0xFF;

    private final ProgramKey key;

    AddressCode(ProgramKey key) {
        this.key = key;
    }

    /** @param number not negative, and below 2 to the 48th */
    String write(long number) {
        var proof = proof(number);
        var code = Arrays.copyOf(hidden(number, proof), NUMBER_BYTES + PROOF_BYTES);
        System.arraycopy(proof, 0, code, NUMBER_BYTES, PROOF_BYTES);
        var digits = new BigInteger(1, code).toString(RADIX);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Empty if it is none that was written here. */
    OptionalLong read(String code) {
        if (!CODE.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        var bytes = bytes(new BigInteger(code, RADIX));
        var proof = Arrays.copyOfRange(bytes, NUMBER_BYTES, bytes.length);
        var number = number(hidden(number(bytes), proof));
        return MessageDigest.isEqual(proof, proof(number)) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** The same twice is the number again. */
    private byte[] hidden(long number, byte[] proof) {
        var mask = key.mac("relay number\n" + HexFormat.of().formatHex(proof));
        var hidden = new byte[NUMBER_BYTES];
        for (var at = 0; at < NUMBER_BYTES; at++) {
            hidden[at] = (byte) ((number >> (Byte.SIZE * (NUMBER_BYTES - 1 - at))) ^ mask[at]);
        }
        return hidden;
    }

    private byte[] proof(long number) {
        return Arrays.copyOf(key.mac("relay address\n" + number), PROOF_BYTES);
    }

    private static long number(byte[] bytes) {
        var number = 0L;
        for (var at = 0; at < NUMBER_BYTES; at++) {
            number = number << Byte.SIZE | (bytes[at] & BYTE);
        }
        return number;
    }

    /** With zeros before it, and without the one that a sign would need. */
    private static byte[] bytes(BigInteger code) {
        var some = code.toByteArray();
        var bytes = new byte[NUMBER_BYTES + PROOF_BYTES];
        var kept = Math.min(some.length, bytes.length);
        System.arraycopy(some, some.length - kept, bytes, bytes.length - kept, kept);
        return bytes;
    }
}
