package org.lethe.mail.post;

class FakePostOfficeTest extends PostOfficeContract {

    @Override
    PostOffice answering(int code) {
        return new FakePostOffice()
                .withoutTls()
                .answer(
                        switch (code / 100) {
                            case 5 -> new Delivery.Refused(code);
                            case 4 -> new Delivery.Postponed(PostponeReason.DEFERRED);
                            default -> new Delivery.Accepted(Way.CLEAR);
                        });
    }

    @Override
    PostOffice unreachable() {
        return new FakePostOffice().close(PostponeReason.UNREACHABLE);
    }
}
