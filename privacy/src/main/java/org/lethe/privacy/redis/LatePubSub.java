package org.lethe.privacy.redis;

import java.util.concurrent.CompletionStage;

/** A link for signals that is used before it is there. */
record LatePubSub(Late<PubSubLink> link) implements PubSubLink {

    @Override
    public CompletionStage<Void> subscribe(Channel channel) {
        return link.get().subscribe(channel);
    }

    @Override
    public CompletionStage<Void> unsubscribe(Channel channel) {
        return link.get().unsubscribe(channel);
    }

    @Override
    public void close() {
        link.ifOpen().ifPresent(PubSubLink::close);
    }
}
