package org.lethe.runtime.limit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;

/** Whom a limit counts. Is hashed before it is kept anywhere, and prints nothing. */
public final class Subject {

    /** The first half of a v6 address: who has one has all of its network. */
    private static final int NETWORK_V6 = 8;

    private final List<byte[]> parts;

    private Subject(List<byte[]> parts) {
        this.parts = parts;
    }

    public static Subject of(AccountId account) {
        return new Subject(List.of(bytes(account.value())));
    }

    public static Subject of(ScopeId scope) {
        return new Subject(List.of(bytes(scope.value())));
    }

    public static Subject of(AccountId account, OperatorId operator) {
        return new Subject(List.of(bytes(account.value()), bytes(operator.value())));
    }

    public static Subject of(ClientAddress address) {
        return new Subject(List.of(network(address)));
    }

    /** Who uses up what one account grants keeps nobody from another's. */
    public static Subject of(AccountId account, ClientAddress address) {
        return new Subject(List.of(bytes(account.value()), network(address)));
    }

    /** Of all accounts: the mailbox fills up from whichever. */
    public static Subject of(EmailAddress mailbox) {
        return new Subject(List.of(bytes(mailbox.reveal().toLowerCase(Locale.ROOT))));
    }

    /** One text for each subject and limit: no two have the same. */
    byte[] asCountedBy(Limit limit) {
        List<byte[]> all = Stream.concat(Stream.of(bytes(limit.code())), parts.stream()).toList();
        ByteBuffer text =
                ByteBuffer.allocate(
                        all.stream().mapToInt(each -> Integer.BYTES + each.length).sum());
        all.forEach(each -> text.putInt(each.length).put(each));
        return text.array();
    }

    private static byte[] network(ClientAddress address) {
        byte[] bytes = address.inetAddress().getAddress();
        return bytes.length > NETWORK_V6 ? Arrays.copyOf(bytes, NETWORK_V6) : bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
