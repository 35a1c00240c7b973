/**
 * Agencies and outlets that sign datelines, as they sign. Only a help to tell a signature from an aside in brackets:
 * an outlet that is not here is still known by the dash or date that goes with it.
 */
const NAMES = `
AP, The Associated Press, Associated Press, UPI, United Press International, INS, AFP, Agence France-Presse, Reuters, Reuter, Thomson Reuters,
dpa, Deutsche Presse-Agentur, ADN, EFE, ACAN-EFE, ANSA, AGI, Lusa, ANP, Belga, APA, ATS, Keystone-SDA, TT, NTB, Ritzau, STT, BTA, Agerpres, Rompres, MTI,
PAP, CTK, TASR, Tanjug, Hina, FoNet, SRNA, FENA, Onasa, MIA, ATA, KosovaPress, MPA, ANA-MPA, TASS, ITAR-TASS, Tass, RIA, RIA Novosti, Novosti, Sputnik, RT,
Interfax, Interfax-Ukraine, Regnum, Ukrinform, UNIAN, UNN, Belta, BelTA, Moldpres, Trend, APA, Azertac, AzerTAc, Turan, Armenpress, ARMENPRESS, Arminfo,
News.am, ARKA, Noyan Tapan, Interpressnews, Prime-News, Kazinform, Kabar, UzA, Khovar, AA, Anadolu, Anadolu Agency, Anatolia, IHA, DHA, Cihan, Xinhua, NCNA, CNS, ECNS,
CGTN, CCTV, CNA, Kyodo, Jiji, NHK, Yonhap, KCNA, MONTSAME, VNA, Bernama, Antara, PNA, TNA, MCOT, Mizzima, DVB, Irrawaddy, ANI, PTI, UNI, IANS, APP, INP, PPI, NNI, 
BSS, UNB, RSS, Lankapuvath, Bakhtar, Pajhwok, Khaama, TOLOnews, IRNA, ISNA, Mehr, MNA, Fars, FNA, Tasnim, Press TV, IRIB, IQNA, YJC, INA, NINA, Shafaq, Rudaw, Kurdistan24, ANHA,
SANA, NNA, Petra, WAFA, Ma'an, Maan, JTA, MENA, KUNA, QNA, WAM, SPA, BNA, ONA, Saba, SABA, 26 September News, LANA, JANA, TAP, APS, MAP, AMI, SUNA, SONNA, ENA, ERINA, KNA,
GNA, NAN, PANA, APANEWS, AIP, AGP, Camerpress, ACP, Angop, ANGOP, AIM, ZIANA, SAPA, Nampa, Prensa Latina, Notimex, Telam, DYN,  Agencia Brasil, ABI, Andina, Ecuadorinmediato,
AVN, Colprensa,  CANA, BBC, BBC News, CNN, NBC News, CBS News, ABC News, Fox News, Sky News, NPR, PBS, VOA, RFE/RL, RFA, RL, IRIN, The New Humanitarian, OCHA, UN News, DW,
Deutsche Welle, France 24, RFI, Euronews, Al Jazeera, Al-Manar, Al Arabiya, AlAraby, Asharq Al-Awsat, Bloomberg, CP, The Canadian Press, Canadian Press, AAP, NZPA, PA, PA Media,
Press Association, IANS/AKI, Adnkronos, AKI, Zenit, Fides, DoD News, American Forces Press Service, AFPS, USIA, USIS, Hearst, Knight Ridder, McClatchy, Scripps, Gannett, Cox,
New York Times, The New York Times, NYT, Washington Post, The Washington Post, Los Angeles Times, The Guardian, The Times,   Wire Services,
Al Mayadeen, Baghdad Post, Hawar, Enab Baladi, SOHR, Etilaf, AMN, Zaman Alwasl
`
const key = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const KNOWN: ReadonlySet<string> = new Set(NAMES.split(/[,\n]/).map(key).filter(Boolean))

/** Whether the words are the signature of an agency or outlet ("Reuters", "ACAN-EFE", "AP/Reuters", "Xinhua News Agency"). */
export const isAgency = (words: string): boolean => {
  const bare = words.trim().replace(/\s+(?:news agency|news service|agency|news)$/i, '')
  if (!bare || bare.length > 60) return false
  return (
    KNOWN.has(key(bare)) || (/[/,;|&]|\band\b/.test(bare) && bare.split(/[/,;|&]|\band\b/).every(part => KNOWN.has(key(part))))
  )
}
