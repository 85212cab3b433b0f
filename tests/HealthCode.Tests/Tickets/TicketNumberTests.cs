using HealthBao.HealthCode.Tickets;

namespace HealthBao.HealthCode.Tests.Tickets;

public sealed class TicketNumberTests
{
    private const string Characters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";

    [Fact]
    public void A_number_is_read_however_it_is_typed()
    {
        var number = TicketNumber.New();
        Assert.Matches("^([2-9A-HJ-NP-TV-Z]{4}-){3}[2-9A-HJ-NP-TV-Z]$", number);
        foreach (var typed in (string[])[number, number.ToLowerInvariant(), number.Replace("-", "", StringComparison.Ordinal), $" {number.Replace('-', ' ')} "])
        {
            Assert.True(TicketNumber.TryRead(typed, out var read));
            Assert.Equal(number, read);
        }
    }

    [Fact]
    public void Every_single_wrong_character_and_every_exchange_of_neighbours_is_noticed()
    {
        var plain = TicketNumber.New().Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < plain.Length; i++)
        {
            foreach (var c in Characters.Where(c => c != plain[i])) Assert.False(TicketNumber.TryRead(plain[..i] + c + plain[(i + 1)..], out _));
            if (i > 0 && plain[i] != plain[i - 1]) Assert.False(TicketNumber.TryRead(plain[..(i - 1)] + plain[i] + plain[i - 1] + plain[(i + 1)..], out _));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1OIU-0000-0000-0")]
    public void What_is_none_is_not_read(string? typed) => Assert.False(TicketNumber.TryRead(typed, out _));
}
