package org.lethe.privacy.vault;

import org.lethe.privacy.redis.script.Script;

/** The vault's scripts. */
final class VaultScripts {

    static final Script OPEN = Script.load("vault/open.lua");
    static final Script RENEW = Script.load("vault/renew.lua");
    static final Script PUT = Script.load("vault/put.lua");
    static final Script DESTROY = Script.load("vault/destroy.lua");
    static final Script DESTROY_ADDRESS = Script.load("vault/destroy-address.lua");
    static final Script MARK_ERASING = Script.load("vault/mark-erasing.lua");
    static final Script UNMARK_ERASING = Script.load("vault/unmark-erasing.lua");
    static final Script REMAINS = Script.load("vault/remains.lua");
    static final Script EPOCH = Script.load("vault/epoch.lua");

    private VaultScripts() {}
}
