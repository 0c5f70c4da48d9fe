package org.lethe.contracts.subject;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.InvalidPersonalData;

/**
 * Something that a person can be found by while data of theirs is held. It is personal data: it is
 * sealed wherever it is kept, and the store finds by its keyed hash, never by itself.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Identifier.Email.class, name = "email"),
    @JsonSubTypes.Type(value = Identifier.Address.class, name = "address"),
    @JsonSubTypes.Type(value = Identifier.Network.class, name = "network"),
    @JsonSubTypes.Type(value = Identifier.Detail.class, name = "detail"),
    @JsonSubTypes.Type(value = Identifier.Reference.class, name = "reference")
})
public sealed interface Identifier {

    /** The same for all ways to write the same identifier, and for no other of its kind. */
    String normal();

    /** A hash of one kind never equals that of another. */
    default Kind kind() {
        return switch (this) {
            case Email _ -> Kind.EMAIL;
            case Address _ -> Kind.ADDRESS;
            case Network _ -> Kind.NETWORK;
            case Detail _ -> Kind.DETAIL;
            case Reference _ -> Kind.REFERENCE;
        };
    }

    /**
     * A detail that names a person: an address, if it is called {@code email} and is one. So the
     * address that a site passes and the one of a form find the same person.
     */
    static Identifier ofDetail(DetailName name, DetailText text) {
        if (!name.reveal().equalsIgnoreCase("email")) {
            return new Detail(name, text);
        }
        try {
            return new Email(EmailAddress.of(text.reveal()));
        } catch (InvalidPersonalData e) {
            return new Detail(name, text);
        }
    }

    /** An address and its network. */
    static Set<Identifier> ofAddress(ClientAddress address) {
        return Set.of(new Address(address), Network.of(address));
    }

    /** What finds the chat or letter of a visitor, as far as it has it. */
    static Set<Identifier> ofVisitor(
            @Nullable ReferenceNumber number,
            @Nullable EmailAddress email,
            Optional<ClientAddress> address) {
        var all = new HashSet<Identifier>();
        Optional.ofNullable(number).map(Reference::new).ifPresent(all::add);
        Optional.ofNullable(email).map(Email::new).ifPresent(all::add);
        address.map(Identifier::ofAddress).ifPresent(all::addAll);
        return all;
    }

    /** The kinds of identifiers. */
    enum Kind {
        EMAIL,
        ADDRESS,
        NETWORK,
        DETAIL,
        REFERENCE;

        /** Whether it goes with the address compartment, and is kept nowhere without it. */
        public boolean isOfAddress() {
            return this == ADDRESS || this == NETWORK;
        }
    }

    /** An address that the visitor gave, or that the site passed as one. */
    record Email(EmailAddress email) implements Identifier {

        /** Hardly a server tells capitals apart; the domain is in ASCII already. */
        @Override
        public String normal() {
            return email.reveal().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The IP address that a visit came from. */
    record Address(ClientAddress address) implements Identifier {

        @Override
        public String normal() {
            return address.reveal();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * The network that a visit came from: the /24 of a v4 address, the /64 of a v6 one.
     *
     * @param first its first address
     */
    record Network(ClientAddress first) implements Identifier {

        private static final int V4_BYTES = 3;
        private static final int V6_BYTES = 8;

        /** The one that an address is in, be it its first or another. */
        public static Network of(ClientAddress address) {
            byte[] bytes = address.inetAddress().getAddress();
            int prefix = bytes.length == V6_BYTES * 2 ? V6_BYTES : V4_BYTES;
            Arrays.fill(bytes, prefix, bytes.length, (byte) 0);
            try {
                return new Network(new ClientAddress(InetAddress.getByAddress(bytes)));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address of another length", e);
            }
        }

        @Override
        public String normal() {
            return first.reveal();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** A detail that the site passed, of those that the account has marked as naming a person. */
    record Detail(DetailName name, DetailText text) implements Identifier {

        @Override
        public String normal() {
            return name.reveal() + "\n" + text.reveal();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The number that stands in a mail and at the end of a chat. */
    record Reference(ReferenceNumber number) implements Identifier {

        @Override
        public String normal() {
            return number.value();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
