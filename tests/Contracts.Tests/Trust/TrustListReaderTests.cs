using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class TrustListReaderTests
{
    private static readonly SigningKey Anchor = MadeUpKeys.Of("trust anchor");
    private static readonly DateTimeOffset Now = MadeUpRegion.Morning;
    private readonly TrustListReader reader = new(new(Anchor.Jwk));

    [Fact]
    public void The_first_list_is_taken_for_the_anchors_word_alone()
    {
        Assert.Null(reader.InForce(Now));
        Assert.Equal(TrustListFault.None, Take(List(1)));
        Assert.Equal(3, reader.InForce(Now)!.Participants.Count);
    }

    [Fact]
    public void Whatever_is_wrong_with_a_new_list_the_one_held_stays()
    {
        Take(List(5));
        var token = TrustListToken.Sign(List(6), Anchor);
        Assert.Equal(TrustListFault.TooLarge, reader.Take(new string('a', TrustListToken.MaxBytes + 1), Now));
        Assert.Equal(TrustListFault.Malformed, reader.Take(null, Now));
        Assert.Equal(TrustListFault.Malformed, reader.Take("<html>", Now));
        Assert.Equal(TrustListFault.Malformed, reader.Take(token + ".x", Now));
        Assert.Equal(TrustListFault.WrongType, reader.Take(EditedClaims.Sign("key-statement+jwt", token, Anchor, _ => { }), Now));
        Assert.Equal(TrustListFault.BadSignature, reader.Take(TrustListToken.Sign(List(6), MadeUpKeys.Of("another anchor")), Now));
        Assert.Equal(TrustListFault.BadSignature, reader.Take(token[..^4] + "AAAA", Now));
        Assert.Equal(TrustListFault.NotConformant, reader.Take(EditedClaims.Sign(TrustListToken.Type, token, Anchor, c => c["more"] = 1), Now));
        Assert.Equal(5, reader.Held!.Sequence);
    }

    [Fact]
    public void A_list_has_its_time()
    {
        Assert.Equal(TrustListFault.FromTheFuture, Take(List(1) with { IssuedAt = Now.AddSeconds(61), Expires = Now.AddHours(2) }));
        Assert.Equal(TrustListFault.Over, Take(List(1) with { IssuedAt = Now.AddHours(-24), Expires = Now }));
        Assert.Equal(TrustListFault.Over, Take(List(1) with { Expires = Now.AddHours(24).AddSeconds(1) }));
        Assert.Equal(TrustListFault.None, Take(List(1) with { IssuedAt = Now.AddSeconds(60), Expires = Now.AddHours(2) }));
    }

    [Fact]
    public void The_sequence_never_goes_back_and_the_same_list_is_no_fault()
    {
        Take(List(5));
        Assert.Equal(TrustListFault.SequenceWentBack, Take(List(4)));
        var held = reader.Held;
        Assert.Equal(TrustListFault.None, Take(List(5)));
        Assert.Same(held, reader.Held);
        Assert.Equal(TrustListFault.None, Take(List(6)));
    }

    [Fact]
    public void A_list_that_is_suddenly_empty_is_not_believed()
    {
        Take(List(1));
        Assert.Equal(TrustListFault.Emptied, Take(List(2) with { Participants = [] }));
    }

    [Theory]
    [InlineData(0, TrustListFault.None)]
    [InlineData(1, TrustListFault.None)]
    [InlineData(2, TrustListFault.ParticipantsVanished)]
    public void No_more_than_a_third_of_the_participants_may_go_at_once(int gone, TrustListFault fault)
    {
        Take(List(1));
        Assert.Equal(fault, Take(List(2) with { Participants = [.. List(2).Participants.Skip(gone)] }));
    }

    [Theory]
    [InlineData(1, TrustListFault.None)]
    [InlineData(2, TrustListFault.KeysVanished)]
    [InlineData(3, TrustListFault.KeysVanished)]
    public void No_more_than_a_third_of_the_keys_in_force_may_go_without_a_word(int gone, TrustListFault fault)
    {
        Take(List(1));
        Assert.Equal(fault, Take(Without(List(2), gone, suspended: false)));
        Assert.Equal(TrustListFault.None, Take(Without(List(3), gone, suspended: true)));
    }

    [Fact]
    public void Keys_that_are_over_or_not_yet_in_force_may_go()
    {
        var tomorrow = MadeUpRegion.Today.Next;
        Take(List(1));
        Assert.Equal(TrustListFault.None, reader.Take(TrustListToken.Sign(Without(List(2) with { IssuedAt = tomorrow.Start, Expires = tomorrow.End }, 3, suspended: false), Anchor), tomorrow.Start));
    }

    [Fact]
    public void Nothing_changes_hands()
    {
        Take(List(1));
        var (beijing, tianjin, hebei) = (MadeUpRegion.Beijing.Listed, MadeUpRegion.Tianjin.Listed, MadeUpRegion.Hebei.Listed);
        foreach (var participants in new ListedParticipant[][]
        {
            [beijing with { Issuer = "https://evil.example" }, tianjin, hebei],
            [beijing with { Region = "990000" }, tianjin, hebei],
            [beijing with { Issuer = tianjin.Issuer }, tianjin with { Issuer = beijing.Issuer }, hebei],
            [beijing with { Keys = [] }, tianjin with { Keys = [.. tianjin.Keys, .. beijing.Keys] }, hebei],
        })
            Assert.Equal(TrustListFault.ChangedHands, Take(List(2) with { Participants = participants }));
    }

    [Fact]
    public void A_suspended_key_never_counts_again()
    {
        Take(Without(List(1), 1, suspended: true));
        Assert.Equal(TrustListFault.KeyReinstated, Take(List(2)));
    }

    [Fact]
    public void A_list_that_is_over_leaves_the_names_and_no_key_and_any_sound_list_may_follow_it()
    {
        Take(List(1));
        var over = reader.Held!.Expires;
        Assert.All(reader.InForce(over)!.Participants, p => Assert.Empty(p.Keys));
        Assert.All(reader.InForce(over.AddSeconds(-1))!.Participants, p => Assert.NotEmpty(p.Keys));
        Assert.Equal(TrustListFault.None, reader.Take(TrustListToken.Sign(List(2) with { IssuedAt = over, Expires = over.AddHours(24), Participants = [] }, Anchor), over));
        Assert.Equal(TrustListFault.SequenceWentBack, reader.Take(TrustListToken.Sign(List(1) with { IssuedAt = over, Expires = over.AddHours(24) }, Anchor), over));
    }

    [Fact]
    public void A_list_kept_over_a_restart_is_held_if_the_anchor_signed_it()
    {
        Assert.False(reader.Restore(TrustListToken.Sign(List(1), MadeUpKeys.Of("another anchor"))));
        Assert.True(reader.Restore(TrustListToken.Sign(List(3), Anchor)));
        Assert.Equal(TrustListFault.SequenceWentBack, Take(List(2)));
    }

    [Fact]
    public void Every_fault_has_a_code_of_its_own()
    {
        var codes = Enum.GetValues<TrustListFault>().Select(f => f.Code()).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.Equal("sequence-went-back", TrustListFault.SequenceWentBack.Code());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TrustListFault)99).Code());
    }

    [Theory]
    [InlineData("active")]
    [InlineData("Suspended")]
    [InlineData("")]
    public void A_key_whose_state_is_another_word_is_not_read(string state)
    {
        var token = EditedClaims.Sign(TrustListToken.Type, TrustListToken.Sign(List(1), Anchor), Anchor, c => c["participants"]![0]!["keys"]![0]!["state"] = state);
        Assert.Equal(TrustListFault.NotConformant, reader.Take(token, Now));
    }

    private TrustListFault Take(TrustList list) => reader.Take(TrustListToken.Sign(list, Anchor), Now);

    private static TrustList List(long sequence) =>
        new("https://hub.healthbao.example", Now, Now.AddHours(24), sequence, [.. MadeUpRegion.All.Select(r => r.Listed)]);

    // The first regions' keys are gone, or say that they are suspended.
    private static TrustList Without(TrustList list, int regions, bool suspended) => list with
    {
        Participants = [.. list.Participants.Select((p, i) => i >= regions ? p : p with { Keys = suspended ? [.. p.Keys.Select(k => k with { IsSuspended = true })] : [] })],
    };
}
