package org.lethe.contracts.event;

import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.topic.Topic;

/** Tells where a record is that a service could not process, and why; not what is in it. */
public record DeadLetter(
        ServiceName service, Topic topic, int partition, long offset, ErrorCode code)
        implements Event {

    @Override
    public String subject() {
        return topic.topicName() + "-" + partition;
    }
}
