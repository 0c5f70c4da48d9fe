package org.lethe.gdpr.request;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.Shard;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.gdpr.subject.Selectors;

/**
 * The id that the controller chose for its request: a UUID of version 4 in lower case.
 *
 * <p>All other ids of a request are derived from it, so that a repeated request is the same one.
 */
public record RequestId(@JsonValue String value) {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    public RequestId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RequestId of(String value) {
        return new RequestId(value);
    }

    public static Optional<RequestId> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new RequestId(value)) : Optional.empty();
    }

    /**
     * The id of the one request that a visitor makes about what a token names. A token that names
     * more makes another request: the first may have ended without having seen the rest.
     */
    public static RequestId ofVisitor(Selectors named) {
        String ids = named.ids().stream().map(ScopeId::value).sorted().collect(joining(":"));
        String hex = Digest.ofText("me:" + ids).hex();
        return new RequestId(
                hex.replaceFirst("(.{8})(.{4}).(.{3}).(.{3})(.{12}).*", "$1-$2-4$3-8$4-$5"));
    }

    /** What the ledger keeps of the id. */
    public Digest digest(AccountId account) {
        return Digest.ofText(seed(account));
    }

    /** The shard that the request is worked on. */
    public int shard(AccountId account) {
        return Shard.of(seed(account));
    }

    /** The scope that the request is sealed in, in an epoch of its shard. */
    public ErasureId scope(AccountId account, String epoch) {
        ScopeId derived =
                ScopeId.derive(
                        ScopeKind.ERASURE,
                        shard(account),
                        epoch,
                        "erasure:" + seed(account) + ":" + epoch);
        return Round.of(new ErasureId(derived.value())).request();
    }

    public ReceiptId receipt(AccountId account) {
        return ReceiptId.derive("receipt:" + seed(account));
    }

    @Override
    public String toString() {
        return value;
    }

    private String seed(AccountId account) {
        return "request:" + account.value() + ":" + value;
    }
}
