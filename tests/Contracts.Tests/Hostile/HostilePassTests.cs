using System.Text;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Hostile;

namespace HealthBao.Contracts.Tests.Hostile;

/// <summary>Every hostile pass is refused for the one reason that the order of the pass specification §5 gives.</summary>
public sealed class HostilePassTests
{
    public static TheoryData<string> Names() => new(HostilePasses.ByName.Keys);

    public static TheoryData<string> Families() => new(HostilePasses.Families.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_pass_is_refused_for_its_defect(string name)
    {
        var pass = HostilePasses.ByName[name];
        var verification = HostileVerifier.Verify(pass);
        Assert.Equal(pass.Rejection, verification.Rejection);
        Assert.False(verification.IsSound);
        if (!IsUndecodable(pass)) Assert.Equal(PassedBefore.Of(pass.Rejection), verification.Checked);
        if (pass.Rejection <= PassRejection.BadSignature) Assert.Null(verification.Issuer);
        if (pass.Rejection <= PassRejection.NotConformant) Assert.Null(verification.Statement);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void What_a_family_differs_from_is_a_sound_pass(string name)
    {
        var family = HostilePasses.Families.Single(f => f.Name == name);
        Assert.NotEmpty(family.Controls);
        Assert.All(family.Controls, control => Assert.Equal((PassRejection.None, true), (HostileVerifier.Verify(control).Rejection, HostileVerifier.Verify(control).IsSound)));
        Assert.True(family.Controls.Any(c => HostileVerifier.Verify(c, HostileWorld.Holder).IsSound) || family.Name == "number of another kind");
    }

    [Fact]
    public void There_are_at_least_three_hundred_and_every_rejection_is_among_them()
    {
        Assert.True(HostilePasses.ByName.Count >= 300, $"{HostilePasses.ByName.Count}");
        Assert.Equal(HostilePasses.Families.Sum(f => f.Passes.Count()), HostilePasses.ByName.Count);
        Assert.Equal(Enum.GetValues<PassRejection>().Where(r => r != PassRejection.None), HostilePasses.ByName.Values.Select(p => p.Rejection).Distinct().Order());
    }

    [Fact]
    public void No_two_are_the_same_question()
    {
        var same = HostilePasses.ByName.GroupBy(p => (p.Value.Text, p.Value.Holder)).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(p => p.Key)));
        Assert.True(!same.Any(), string.Join("; ", same));
    }

    [Fact]
    public void None_of_the_controls_is_hostile_too()
    {
        var hostile = HostilePasses.ByName.Values.Where(p => p.Holder is null).Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(HostilePasses.Families.SelectMany(f => f.Controls), hostile.Contains);
    }

    [Fact]
    public void The_other_signature_that_stands_names_the_same_pass()
    {
        var (one, other) = (HostileVerifier.Verify(HostileToken.Good), HostileVerifier.Verify(HostileSignatures.Malleable));
        Assert.NotEqual(HostileToken.Good, HostileSignatures.Malleable);
        Assert.Equal(one.Statement, other.Statement);
        Assert.Equal(PassId.Of(one.Statement!), PassId.Of(other.Statement!));
    }

    // A QR's text that holds no token never reaches the verifier.
    private static bool IsUndecodable(HostilePass pass) =>
        pass.Text.StartsWith(ShcText.Prefix, StringComparison.Ordinal) && !ShcText.TryDecode(Encoding.UTF8.GetBytes(pass.Text), new byte[pass.Text.Length * 4], out _);
}
