package org.lethe.gdpr.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lethe.contracts.event.SignedHead;

/** Published heads in memory. */
public final class FakeHeadLog implements HeadLog {

    private final HeadSigner signer;
    private final List<SignedHead> published = new ArrayList<>();

    public FakeHeadLog(HeadSigner signer) {
        this.signer = signer;
    }

    @Override
    public void publish(SignedHead head) {
        published.add(head);
    }

    @Override
    public Optional<PublishedHead> newest() {
        return from(0, published.size()).heads().reversed().stream().findFirst();
    }

    @Override
    public boolean isNew() {
        return published.isEmpty();
    }

    @Override
    public Page from(long number, int limit) {
        long end = Math.min(number + limit, published.size());
        List<PublishedHead> heads =
                IntStream.range(Math.toIntExact(number), Math.toIntExact(Math.max(number, end)))
                        .boxed()
                        .flatMap(i -> read(i).stream())
                        .toList();
        return new Page(heads, end < published.size() ? Optional.of(end) : Optional.empty());
    }

    /** As whoever may do so makes the topic anew. */
    void makeAnew() {
        published.clear();
    }

    private Optional<PublishedHead> read(int number) {
        SignedHead signed = published.get(number);
        return signer.read(signed).map(head -> new PublishedHead(number, head, signed));
    }
}
