package io.hourglass.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One address is")
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7:4711, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "10.1.2.3, 10.1.2.3",
        "2001:db8:0:1::7, 20010db800000001::/64",
        "2001:db8:0:1:ffff::, 20010db800000001::/64",
        "[2001:db8:0:1::7]:4711, 20010db800000001::/64",
        "fe80::1%eth0, fe80000000000000::/64",
        "2001:db8:0:2::7, 20010db800000002::/64",
        "999.1.1.1, unknown",
        "somebody.example, unknown",
        "'', unknown"
    })
    @DisplayName("an IPv4 address, or a network of 64 bits, without a port")
    void one(String given, String counted) {
        assertThat(ClientAddress.of(given).text()).isEqualTo(counted);
    }
}
