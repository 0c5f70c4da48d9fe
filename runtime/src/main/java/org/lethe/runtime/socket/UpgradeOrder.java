package org.lethe.runtime.socket;

/** What is looked at of an upgrade, the highest first. */
final class UpgradeOrder {

    /** First: who is told to come back has used up nothing. */
    static final int ROOM = 400;

    static final int COUNT = 300;
    static final int ORIGIN = 200;

    /** Last: what it takes away, those before it need. */
    static final int FORGET = 100;

    private UpgradeOrder() {}
}
