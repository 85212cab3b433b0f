using System.Text;
using HealthBao.Contracts.Regions;

namespace HealthBao.Contracts.Tests.Regions;

public sealed class ParticipantTests
{
    private const string Sound = """
        {"region":"130000","names":{"zh":"河北省","en":"Hebei"},"issuer":"https://hebei.healthbao.example","codeSystems":["hebei"],
         "cityCodeSystems":["xingtai","baoding"],"nativeCodePrefixes":["HBJKM:"],"telephone":"0311-12345","contact":"https://hebei.healthbao.example/contact"}
        """;

    [Fact]
    public void A_participant_reads_and_is_written_again()
    {
        var participant = Parse(Sound);
        Assert.Equal("河北省", participant.Names.Zh);
        Assert.Equal(["xingtai", "baoding"], participant.CityCodeSystems);
        var again = Participant.Parse(participant.ToJson());
        Assert.Equal(participant.ToJson(), again.ToJson());
        Assert.Contains("河北省", Encoding.UTF8.GetString(participant.ToJson()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"region\":\"130000\"", "\"region\":\"13\"")]
    [InlineData("\"region\":\"130000\"", "\"region\":130000")]
    [InlineData("\"region\":\"130000\"", "\"region\":null")]
    [InlineData("\"region\":\"130000\",", "")]
    [InlineData("\"telephone\":\"0311-12345\",", "")]
    [InlineData("\"telephone\"", "\"phone\"")]
    [InlineData("\"region\":\"130000\"", "\"region\":\"130000\",\"region\":\"110000\"")]
    [InlineData("[\"hebei\"]", "\"hebei\"")]
    public void A_participant_with_a_fault_is_refused(string sound, string faulty)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Parse(Sound.Replace(sound, faulty, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_participant_is_refused(string json) => Assert.Throws<FormatException>(() => Parse(json));

    private static Participant Parse(string json) => Participant.Parse(Encoding.UTF8.GetBytes(json));
}
