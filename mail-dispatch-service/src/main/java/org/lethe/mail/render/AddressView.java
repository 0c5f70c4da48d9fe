package org.lethe.mail.render;

import java.util.Optional;
import org.lethe.contracts.scope.Whereabouts;

/** IP address and host name as shown; empty strings where there is nothing to show. */
public record AddressView(String address, String host) {

    static AddressView of(Optional<Whereabouts> address) {
        return new AddressView(
                address.map(each -> PlainText.line(each.address())).orElse(""),
                address.map(each -> PlainText.line(each.host())).orElse(""));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
