using System.Security.Cryptography;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Tests.People;

public sealed class LastingVaultTests
{
    private readonly DataFolder folder = new(Directory.CreateTempSubdirectory("vault-").FullName);

    [Fact]
    public void What_was_sealed_is_opened_after_a_restart()
    {
        byte[] box;
        using (var vault = new LastingVault(new(folder))) box = vault.Seal("张三"u8, "ticket A");
        using var later = new LastingVault(new(folder));
        Assert.Equal("张三"u8, later.Open(box, "ticket A"));
        Assert.True(box.AsSpan().IndexOf("张三"u8) < 0);
    }

    [Fact]
    public void A_box_opens_in_its_own_place_only_and_unchanged()
    {
        using var vault = new LastingVault(new(folder));
        var box = vault.Seal("张三"u8, "ticket A");
        Assert.Throws<AuthenticationTagMismatchException>(() => vault.Open(box, "ticket B"));
        box[^1] ^= 1;
        Assert.Throws<AuthenticationTagMismatchException>(() => vault.Open(box, "ticket A"));
    }

    [Fact]
    public void A_mark_is_the_same_for_the_same_text_in_the_same_place_only()
    {
        using var vault = new LastingVault(new(folder));
        Assert.Equal(vault.MarkOf("002X", "ticket A"), vault.MarkOf("002X", "ticket A"));
        Assert.NotEqual(vault.MarkOf("002X", "ticket A"), vault.MarkOf("002X", "ticket B"));
        Assert.NotEqual(vault.MarkOf("002X", "ticket A"), vault.MarkOf("0021", "ticket A"));
    }
}
