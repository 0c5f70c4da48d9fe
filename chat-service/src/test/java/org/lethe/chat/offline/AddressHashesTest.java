package org.lethe.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;

class AddressHashesTest {
    private static final AccountId ACME = new AccountId("acme");

    private final AddressHashes hashes = new AddressHashes();

    @Test
    void tellsAddressesApart() {
        assertThat(of("192.0.2.1")).isEqualTo(of("192.0.2.1")).isNotEqualTo(of("192.0.2.2"));
    }

    @Test
    void countsANetworkOfV6AsOne() {
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:3:4:5:6"));
        assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
    }

    @Test
    void countsEachAccountAlone() {
        ClientAddress address = ClientAddress.of("192.0.2.1");

        assertThat(hashes.of(new AccountId("globex"), address))
                .as("who uses up one account's form keeps nobody from another's")
                .isNotEqualTo(hashes.of(ACME, address));
    }

    @Test
    void meansNothingToAnotherProcess() {
        assertThat(new AddressHashes().of(ACME, ClientAddress.of("192.0.2.1")))
                .isNotEqualTo(of("192.0.2.1"));
    }

    private long of(String address) {
        return hashes.of(ACME, ClientAddress.of(address));
    }
}
