using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class WrittenFormTests
{
    [Fact]
    public void Every_statement_that_is_written_is_read_the_short_way_and_means_the_same_the_long_way() => StatementGen.Any.Sample(statement =>
    {
        var claims = PassClaims.Write(statement);
        var otherwise = LastMemberFirst(claims);

        // A text that needs an escape, such as a name with a quotation mark, goes the long way.
        Assert.Equal(!claims.Contains((byte)0x5C), new PassReader().IsAsWritten(claims));
        Assert.False(new PassReader().IsAsWritten(otherwise));
        Assert.Equal(statement, PassReader.Read(claims, TrustSnapshot.Empty));
        Assert.Equal(statement, PassReader.Read(otherwise, TrustSnapshot.Empty));
    });

    [Fact]
    public void A_change_of_one_byte_is_never_read_the_short_way_as_what_strict_JSON_refuses() => Gen.Select(StatementGen.Any, Gen.Int[0, 4096], Gen.Byte).Sample((statement, place, value) =>
    {
        var claims = PassClaims.Write(statement);
        claims[place % claims.Length] = value;

        if (System.Text.Unicode.Utf8.IsValid(claims) && new PassReader().IsAsWritten(claims))
            Assert.Equal(JsonSoundness.Sound, StrictJson.Judge(claims));
    });

    [Theory]
    [InlineData("\"nbf\":0")]
    [InlineData("\"nbf\":01772326800")]
    [InlineData("\"nbf\":-1772326800")]
    [InlineData("\"nbf\":+1772326800")]
    [InlineData("\"nbf\":1772326800.0")]
    [InlineData("\"nbf\":")]
    public void A_number_that_JSON_or_the_profile_refuses_is_no_statement(string written)
    {
        var statement = StatementGen.Any.Single();
        var claims = Encoding.UTF8.GetString(PassClaims.Write(statement)).Replace($"\"nbf\":{statement.NotBefore.ToUnixTimeSeconds()}", written, StringComparison.Ordinal);

        Assert.Null(PassReader.Read(Encoding.UTF8.GetBytes(claims), TrustSnapshot.Empty));
    }

    private static byte[] LastMemberFirst(byte[] claims)
    {
        var members = JsonNode.Parse(claims)!.AsObject();
        var vc = members["vc"]!;
        members.Remove("vc");
        members.Insert(0, "vc", vc);
        return System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(members);
    }

}
