package org.lethe.gdpr.notice;

import java.time.InstantSource;

class FakeNoticeQueueTest extends NoticeQueueContract {

    private final NoticeQueue queue = new FakeNoticeQueue(InstantSource.system());

    @Override
    protected NoticeQueue queue() {
        return queue;
    }
}
