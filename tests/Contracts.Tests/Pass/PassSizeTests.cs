using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassSizeTests
{
    [Fact]
    public void A_token_of_4096_bytes_is_read_and_one_byte_more_is_too_large()
    {
        // White space inside the object is sound JSON; three bytes are four characters.
        var token = Forged.Api(Forged.Claims);
        var spaces = (PassVerifier.MaxTokenBytes - token.Length) / 4 * 3;
        var longest = Enumerable.Range(0, 4).Select(more => Forged.Api("{" + new string(' ', spaces + more) + Forged.Claims[1..])).Last(t => t.Length <= PassVerifier.MaxTokenBytes);
        Assert.InRange(longest.Length, PassVerifier.MaxTokenBytes - 1, PassVerifier.MaxTokenBytes);
        Assert.True(Checkpoint.Open.Verify(longest).IsSound);
        var exact = longest + new string('A', PassVerifier.MaxTokenBytes - longest.Length);
        Assert.NotEqual(PassRejection.TooLarge, Checkpoint.Open.Verify(exact).Rejection);
        Rejected(PassRejection.TooLarge, PassChecks.None, exact + "A");
    }

    [Fact]
    public void A_long_text_that_is_no_token_is_too_large_before_it_is_malformed()
    {
        Rejected(PassRejection.Malformed, PassChecks.Size, new string('?', PassVerifier.MaxTokenBytes));
        Rejected(PassRejection.TooLarge, PassChecks.None, new string('?', PassVerifier.MaxTokenBytes + 1));
        Rejected(PassRejection.TooLarge, PassChecks.None, new string('.', 10_000_000));
    }

    [Fact]
    public void A_card_that_inflates_to_16_KiB_is_read_and_one_byte_more_is_too_large()
    {
        Assert.True(Checkpoint.Open.Verify(Forged.Card(Padded(16 * 1024))).IsSound);
        Rejected(PassRejection.TooLarge, PassChecks.None, Forged.Card(Padded((16 * 1024) + 1)));
    }

    [Fact]
    public void A_deflate_bomb_is_too_large()
    {
        var bomb = Forged.Deflate(new byte[2_500_000]);
        Assert.True(bomb.Length < 2_900);
        Rejected(PassRejection.TooLarge, PassChecks.None, Forged.Card(bomb));
        Rejected(PassRejection.TooLarge, PassChecks.None, Forged.Card([.. bomb, 1, 2, 3]));
    }

    [Fact]
    public void A_deflate_stream_cut_anywhere_is_malformed()
    {
        var whole = Forged.Deflate(Encoding.UTF8.GetBytes(Forged.Claims));
        for (var length = 1; length < whole.Length; length++)
            Rejected(PassRejection.Malformed, PassChecks.Size, Forged.Card(whole[..length]));
    }

    [Fact]
    public void Bytes_after_the_deflate_stream_are_malformed()
    {
        var whole = Forged.Deflate(Encoding.UTF8.GetBytes(Forged.Claims));
        foreach (var more in new byte[][] { [0], [0, 0], [3, 0], [.. new byte[100]], whole })
            Rejected(PassRejection.Malformed, PassChecks.Size, Forged.Card([.. whole, .. more]));
    }

    [Fact]
    public void Zlib_gzip_and_nothing_are_not_raw_deflate()
    {
        var whole = Forged.Deflate(Encoding.UTF8.GetBytes(Forged.Claims));
        foreach (var bytes in new byte[][] { [0x78, 0xDA, .. whole, 0, 0, 0, 0], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. whole], [3, 0], [7], [0xFF] })
            Rejected(PassRejection.Malformed, PassChecks.Size, Forged.Card(bytes));
    }

    [Fact]
    public void Claims_nested_sixteen_deep_are_read_and_seventeen_deep_are_too_large()
    {
        Rejected(PassRejection.NotConformant, (PassChecks)0b1_1111, Forged.Api(Nested(16)));
        Rejected(PassRejection.TooLarge, PassChecks.None, Forged.Api(Nested(17)));
        Rejected(PassRejection.TooLarge, PassChecks.None, Forged.Card(Nested(17)));
        Rejected(PassRejection.TooLarge, PassChecks.None, Forged.Card(Nested(2_000)));
    }

    private static string Nested(int depth) => Forged.Claims[..^1] + $",\"x\":{new string('[', depth - 1)}{new string(']', depth - 1)}}}";

    private static string Padded(int length) => "{" + new string(' ', length - Encoding.UTF8.GetByteCount(Forged.Claims)) + Forged.Claims[1..];

    private static void Rejected(PassRejection rejection, PassChecks passed, string token)
    {
        var verification = Checkpoint.Open.Verify(token);
        Assert.Equal((rejection, passed), (verification.Rejection, verification.Checked));
    }
}
